package io.redress.ledger.survey;

import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies updates by the table of {@link io.redress.lifecycle.UpdateKind}, and tells one listener. */
record ShortLifecycle(JdbcClient jdbc, Clock clock, StatusListener listener, Set<String> seen)
        implements TicketLifecycle {

    ShortLifecycle(JdbcClient jdbc, Clock clock, StatusListener listener) {
        this(jdbc, clock, listener, new HashSet<>());
    }

    private record Standing(TicketStatus status, int round) {}

    @Override
    public Result apply(TicketUpdate update) {
        Standing standing = jdbc.sql("select status, round from ticket where number = ? for update")
                .param(update.ticket())
                .query((row, n) -> new Standing(TicketStatus.of(row.getString("status")), row.getInt("round")))
                .single();
        if (!seen.add(update.ticket() + update.id())) {
            return new Result(Outcome.REPEATED, standing.status(), "again");
        }
        TicketStatus to = update.kind().to();
        if (!update.kind().applies(standing.status()) || to == null) {
            return new Result(Outcome.REFUSED, standing.status(), "it is " + standing.status());
        }
        int round = to == TicketStatus.REOPENED ? standing.round() + 1 : standing.round();
        jdbc.sql("update ticket set status = ?, round = ? where number = ?")
                .params(to.key(), round, update.ticket())
                .update();
        jdbc.sql("insert into event (ticket_number, at, who, what, why) values (?, ?, ?, ?, ?)")
                .params(update.ticket(), clock.instant().atOffset(ZoneOffset.UTC), update.by())
                .params(update.kind().key(), update.reason())
                .update();
        listener.changed(new StatusChange(update.ticket(), standing.status(), to, clock.instant(), round, update));
        return new Result(Outcome.APPLIED, to, null);
    }
}
