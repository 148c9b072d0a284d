package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.lifecycle.TicketStatus;
import io.redress.servicelevel.SlaClock;
import io.redress.ticket.KeyedEnum;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits to be done. */
public final class OpenTickets {

    private static final List<String> CLOCKS = KeyedEnum.keys(SlaClock.Clock.class);

    /** As constants: the index of tickets in work is used only where the query itself says that it needs no others. */
    private static final String OPEN = literals(
            Arrays.stream(TicketStatus.values()).filter(TicketStatus::isOpen).toArray(TicketStatus[]::new));

    private final JdbcClient jdbc;
    private final Clock clock;

    public OpenTickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tickets without a remedy. */
    public long open() {
        return jdbc.sql("select count(*) from ticket where status in (" + OPEN + ")")
                .query(Long.class)
                .single();
    }

    /** Tickets whose clock runs on after its due time, by clock. */
    public Map<String, Long> overdue() {
        Map<String, Long> overdue = new TreeMap<>();
        CLOCKS.forEach(name -> overdue.put(name, 0L));
        jdbc.sql(
                        "select clock, count(*) as count from ticket_clock where ended_at is null and due_at < ? group by clock")
                .param(utc(clock.instant()))
                .query(row -> {
                    overdue.put(row.getString("clock"), row.getLong("count"));
                });
        return overdue;
    }
}
