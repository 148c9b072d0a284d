package io.redress.triage;

import io.redress.attachment.AttachmentService;
import io.redress.attachment.Quarantine;
import io.redress.intake.Arrival;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.intake.SourceHints;
import io.redress.ticket.Channel;
import io.redress.ticket.Event;
import io.redress.ticket.Links;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Opens a ticket for a complaint: judges it, sets its service level and owner, and stores its files. */
public final class TriageService {

    private final CategoryRules rules;
    private final DeadlineCalculator deadlineCalculator;
    private final AttachmentService files;
    private final Clock clock;

    public TriageService(
            CategoryRules rules, DeadlineCalculator deadlineCalculator, AttachmentService files, Clock clock) {
        this.rules = rules;
        this.deadlineCalculator = deadlineCalculator;
        this.files = files;
        this.clock = clock;
    }

    /** An arrival that is not a complaint passes as it is. */
    public AssessedArrival assess(Arrival arrival) {
        return arrival.reading() instanceof CanonicalComplaint complaint
                ? new AssessedArrival(arrival, ticket(arrival, complaint))
                : new AssessedArrival(arrival, null);
    }

    private Ticket ticket(Arrival arrival, CanonicalComplaint complaint) {
        RawMessage raw = arrival.raw();
        Triage triage = SourceHintOverride.judge(
                rules.assess(complaint.complaint(), complaint.customer(), complaint.product()),
                complaint.hints(),
                rules);
        Instant received = received(raw, complaint);
        AttachmentService.StoredAttachments storedAttachments = files.take(complaint.evidence());
        return new Ticket(
                raw.number(),
                received,
                new Channel(raw.channel(), complaint.kind(), raw.id(), complaint.recipients()),
                complaint.customer(),
                complaint.product(),
                complaint.complaint().receivedAt(received).withAttachments(storedAttachments.attachments()),
                triage,
                deadlineCalculator.due(rules.policy(triage.category()), triage.priority(), received),
                rules.owner(triage.category()),
                Links.none(),
                arrival.lookups(),
                history(raw, received, complaint.hints(), triage, storedAttachments));
    }

    /** A complaint of another system's history was received when it was received there. */
    private static Instant received(RawMessage raw, CanonicalComplaint complaint) {
        Instant there = complaint.complaint().occurredAt();
        boolean older = complaint.hints().isHistory() && there != null && there.isBefore(raw.receivedAt());
        return there != null && older ? there : raw.receivedAt();
    }

    private List<Event> history(
            RawMessage raw,
            Instant received,
            SourceHints hints,
            Triage triage,
            AttachmentService.StoredAttachments storedAttachments) {
        List<Event> history = new ArrayList<>();
        history.add(new Event(received, "hub", "received", "through channel " + raw.channel()));
        if (hints.isHistory()) {
            Instant closed = hints.closedAt(received, raw.receivedAt());
            history.add(new Event(closed, "source", "closed", "in the system that it comes from"));
            history.add(new Event(
                    raw.receivedAt(), "hub", "imported", "as closed: no deadline runs, no notification is sent"));
        }
        String consent = raw.attribute(RawMessage.CONSENT);
        if (consent != null) {
            history.add(new Event(raw.receivedAt(), "customer", "consented", "to " + consent));
        }
        String unchecked = raw.attribute(RawMessage.UNCHECKED);
        if (unchecked != null) {
            history.add(new Event(raw.receivedAt(), "hub", "unchecked", unchecked));
        }
        history.add(new Event(clock.instant(), "hub", "triaged", String.join("; ", triage.reasons())));
        if (storedAttachments.leftOut() > 0) {
            history.add(new Event(
                    clock.instant(),
                    "hub",
                    "attachments left out",
                    storedAttachments.leftOut() + " files are only in the original"));
        }
        String held = Quarantine.words(storedAttachments.attachments());
        if (!held.isEmpty()) {
            history.add(new Event(clock.instant(), "hub", "attachments quarantined", held));
        }
        return history;
    }
}
