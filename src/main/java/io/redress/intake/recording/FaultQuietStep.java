package io.redress.intake.recording;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.StepResult;
import io.redress.intake.device.FaultEpisode;
import io.redress.intake.device.FaultEpisodes;
import io.redress.intake.device.FaultReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes into a ticket's history how a flapping fault stands, once it has been quiet for the flap time. */
public final class FaultQuietStep implements DueStep {

    static final String KIND = "fault-quiet";

    private final FaultEpisodes episodes;
    private final KnownTickets tickets;
    private final Clock clock;

    public FaultQuietStep(FaultEpisodes episodes, KnownTickets tickets, Clock clock) {
        this.episodes = episodes;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** However often the fault changes, one look is planned for each flap time. */
    static void plan(DueWorkPlanner due, String ticket, FaultEpisode episode, FaultReport report, Instant now) {
        long flapTime = Math.max(1, report.limits().flapTime().toSeconds());
        long window = now.getEpochSecond() / flapTime;
        Instant at = Instant.ofEpochSecond((window + 2) * flapTime);
        String key = "%s/fault/%d/%d".formatted(ticket, episode.id(), window);
        due.plan(KIND, ticket, key, at, episode.id() + " " + flapTime + ' ' + report.fault());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        String[] about = order.argument().split(" ", 3);
        FaultEpisode episode = about.length < 3
                ? null
                : episodes.find(Long.parseLong(about[0])).orElse(null);
        if (episode == null || !episode.changedAt().isAfter(episode.toldAt())) {
            return new StepResult.Skipped("the ticket's history already has the last change");
        }
        Instant now = clock.instant();
        if (now.isBefore(episode.changedAt().plus(Duration.ofSeconds(Long.parseLong(about[1]))))) {
            return new StepResult.Skipped("the fault is still flapping");
        }
        String why = "fault " + about[2] + ": " + episode.state().key() + " since " + episode.saidAt() + ", after "
                + episode.changes() + " changes and " + episode.reports() + " reports";
        tickets.happened(order.ticketNumber(), null, "fault is quiet", why);
        episodes.told(episode, now);
        return StepResult.done();
    }
}
