package io.redress.intake.recording;

import io.redress.due.DueWorkPlanner;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.device.DeviceTickets;
import io.redress.intake.device.FaultDecision;
import io.redress.intake.device.FaultDecision.Kind;
import io.redress.intake.device.FaultEpisode;
import io.redress.intake.device.FaultEpisodes;
import io.redress.intake.device.FaultReport;
import io.redress.intake.device.FaultRules;
import io.redress.intake.device.FaultState;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes down what a device reports, inside the recorder's transaction: the first report of a fault opens a ticket, later ones
 * are counted on it. However often a device reports, the history of its ticket stays short. Reports of one device are decided
 * one after the other, on all nodes.
 */
public final class FaultRecorder {

    private static final String STAYS = "; this does not close the ticket: staff do";

    private final FaultEpisodes episodes;
    private final KnownTickets tickets;
    private final Items items;
    private final FollowUpDeliveries deliveries;
    private final DueWorkPlanner due;
    private final Clock clock;

    public FaultRecorder(
            FaultEpisodes episodes,
            KnownTickets tickets,
            Items items,
            FollowUpDeliveries deliveries,
            DueWorkPlanner due,
            Clock clock) {
        this.episodes = episodes;
        this.tickets = tickets;
        this.items = items;
        this.deliveries = deliveries;
        this.due = due;
        this.clock = clock;
    }

    /** @param opened opens a ticket of its own for the report */
    RecordedItem record(
            RawMessage raw,
            CanonicalComplaint complaint,
            FaultReport report,
            Ticket ticket,
            Supplier<RecordedItem> opened) {
        tickets.oneAtATime(List.of("device " + raw.channel() + ' ' + report.device()));
        Optional<FaultEpisode> known = episodes.latest(raw.channel(), report);
        if (known.isEmpty() && !isTaken(raw, report)) {
            return items.end(
                    raw,
                    complaint.sourceKey(),
                    ItemState.INVALID,
                    "the channel has heard of " + report.limits().newDevices()
                            + " new devices within an hour: see who publishes there; if these are real, raise newDevices in"
                            + " the channel's file and replay the item",
                    null);
        }
        Instant since = raw.receivedAt().minus(report.limits().window());
        Optional<DeviceTickets> lately = episodes.lately(raw.channel(), report.device(), since);
        FaultDecision decision = FaultRules.of(
                report, raw.receivedAt(), known, lately, ticket.triage().priority());
        return switch (decision.kind()) {
            case OPENED -> {
                RecordedItem item = opened.get();
                episodes.open(raw.channel(), report, decision, ticket.number(), clock.instant());
                tellEnd(raw, ticket.number(), report, decision);
                yield item;
            }
            case JOINED -> joined(raw, complaint, report, decision, lately.orElseThrow());
            case UNKNOWN -> unknown(raw, complaint, report, decision, known);
            case REPEATED, RETURNED, CLEARED, LATE -> counted(raw, complaint, report, decision, known.orElseThrow());
        };
    }

    private boolean isTaken(RawMessage raw, FaultReport report) {
        Instant since = clock.instant().minus(Duration.ofHours(1));
        return episodes.takes(raw.channel(), report.device(), report.limits().newDevices(), since);
    }

    /** Its end had come before. */
    private void tellEnd(RawMessage raw, String number, FaultReport report, FaultDecision decision) {
        if (decision.state() == FaultState.CLEARED) {
            String why = "fault " + report.fault() + ", at " + decision.saidAt() + STAYS;
            tickets.happened(number, raw.id(), words(Kind.CLEARED), why);
        }
    }

    private RecordedItem joined(
            RawMessage raw,
            CanonicalComplaint complaint,
            FaultReport report,
            FaultDecision decision,
            DeviceTickets lately) {
        String number = lately.last();
        episodes.open(raw.channel(), report, decision, number, clock.instant());
        if (FaultRules.isTold(lately.joined() + 1)) {
            String why = "fault " + report.fault() + ": the device has opened " + lately.opened() + " tickets in "
                    + report.limits().window() + ", so further faults are added here; " + (lately.joined() + 1)
                    + " so far";
            tell(raw, number, "fault added", why, complaint.complaint().text());
        }
        return followed(raw, complaint, "its device has reached its limit of tickets; added to " + number, number);
    }

    private RecordedItem counted(
            RawMessage raw,
            CanonicalComplaint complaint,
            FaultReport report,
            FaultDecision decision,
            FaultEpisode episode) {
        Instant now = clock.instant();
        int count = decision.isChange() ? episode.changes() + 1 : episode.reports() + 1;
        boolean told = FaultRules.isTold(decision, count, episode.toldAt(), now);
        episodes.count(episode, decision, told, now);
        String number = String.valueOf(episode.ticket());
        if (decision.isChange() && !told) {
            FaultQuietStep.plan(due, number, episode, report, now);
        }
        String what = words(decision.kind());
        if (told) {
            boolean raised = decision.kind() != Kind.CLEARED;
            String counts = raised && !decision.isChange()
                    ? count + " reports so far"
                    : count + (count == 1 ? " change" : " changes") + " so far";
            boolean ended = episode.ticketEnded() != null;
            String then = !raised ? STAYS : ended ? "; the ticket is not open any more: staff decide" : "";
            String why = "fault " + report.fault() + ", at " + report.at() + "; " + counts + then;
            tell(raw, number, what, why, raised ? complaint.complaint().text() : what + ": " + why);
            if (decision.kind() == Kind.RETURNED) {
                tellEnd(raw, number, report, decision);
            }
            if (raised && ended) {
                tickets.review(number);
            }
        }
        return followed(raw, complaint, what + " of ticket " + number + ", number " + count, number);
    }

    private RecordedItem unknown(
            RawMessage raw,
            CanonicalComplaint complaint,
            FaultReport report,
            FaultDecision decision,
            Optional<FaultEpisode> known) {
        FaultEpisode before = known.orElse(null);
        Instant now = clock.instant();
        // its beginning may still be on the way, through another node
        if (before == null) {
            episodes.open(raw.channel(), report, decision, null, now);
        } else {
            episodes.cleared(before, report.at());
        }
        return items.end(
                raw,
                complaint.sourceKey(),
                ItemState.IGNORED,
                "the device cleared fault " + report.fault() + ", which is not raised",
                null);
    }

    private void tell(RawMessage raw, String number, String what, String why, String text) {
        tickets.happened(number, raw.id(), what, why);
        deliveries.followedUp(number, raw.id(), text);
    }

    private RecordedItem followed(RawMessage raw, CanonicalComplaint complaint, String reason, String number) {
        return items.end(raw, complaint.sourceKey(), ItemState.FOLLOW_UP, reason, number);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case RETURNED -> "fault returned";
            case CLEARED -> "fault cleared";
            case LATE -> "late report";
            default -> "fault repeated";
        };
    }
}
