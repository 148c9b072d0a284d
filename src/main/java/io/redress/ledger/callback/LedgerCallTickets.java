package io.redress.ledger.callback;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.CallableNumbers;
import io.redress.callback.workflow.CallbackTicket;
import io.redress.callback.workflow.CallbackTickets;
import io.redress.ledger.StoredJson;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tickets as callbacks see them. */
public final class LedgerCallTickets implements CallbackTickets {

    private static final TypeReference<List<String>> PHONES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final TicketRows history;
    private final Supplier<CallableNumbers> callable;
    private final Clock clock;

    /** @param callable the numbers that are called, as they stand when they are asked for */
    public LedgerCallTickets(
            JdbcClient jdbc, ObjectMapper json, TicketRows history, Supplier<CallableNumbers> callable, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.history = history;
        this.callable = callable;
        this.clock = clock;
    }

    @Override
    public Optional<CallbackTicket> find(String number) {
        return jdbc.sql("""
                        select number, status, owner, remedy, case when document->'customer'->>'nameFrom' is null then document->'customer'->>'name' end as name,
                               document->'customer'->'phones' as phones, document->'complaint'->>'language' as language,
                               document->'complaint'->>'subject' as subject
                        from ticket where number = ?
                        """).param(number).query((row, n) -> ticket(row)).optional();
    }

    @Override
    public Optional<CallbackTicket> lock(String number) {
        jdbc.sql("select 1 from ticket where number = ? for update")
                .param(number)
                .query(Integer.class)
                .optional();
        return find(number);
    }

    @Override
    public void happened(String number, String who, String what, @Nullable String why) {
        history.happened(number, new Event(clock.instant(), who, what, why), null);
    }

    private CallbackTicket ticket(ResultSet row) throws SQLException {
        String phones = row.getString("phones");
        return new CallbackTicket(
                row.getString("number"),
                Objects.requireNonNullElse(TicketStatus.of(row.getString("status")), TicketStatus.RECEIVED),
                row.getString("owner"),
                row.getString("remedy"),
                row.getString("name"),
                phones == null ? List.of() : json.read(phones, PHONES),
                callable.get(),
                row.getString("language"),
                row.getString("subject"));
    }
}
