package io.redress.ledger.search;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.StoredJson;
import io.redress.search.TicketWords;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the words of tickets that wait for it in {@code search_pending}: the newest first, so that after an upgrade the old
 * ones follow. Several nodes may do so at once; what one holds the others leave to it.
 */
public final class SearchIndexer {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    private static final int AT_ONCE = 200;
    /** Of one run, so that writing a whole ledger's words leaves the database time for others. */
    private static final int MOST_BATCHES = 5;

    private static final String CLAIM = """
            select ticket_number from search_pending order by ticket_number desc limit %d for update skip locked
            """.formatted(AT_ONCE);

    private static final String READ = """
            select number, received_at, document from ticket where number = any(?) and forgotten_at is null
            """;

    private static final String WRITE = """
            insert into ticket_search (ticket_number, received_at, words) values (?, ?, array_to_tsvector(?::text[]))
            on conflict (ticket_number) do update set received_at = excluded.received_at, words = excluded.words
            """;

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final StoredJson json;
    private final TicketWords words;

    public SearchIndexer(
            TransactionOperations transaction,
            JdbcClient jdbc,
            JdbcOperations batches,
            ObjectMapper json,
            TicketWords words) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = new StoredJson(json);
        this.words = words;
    }

    /**
     * Writes the words of at most a thousand tickets.
     *
     * @return how many no longer wait
     */
    public int run() {
        int all = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int some = Objects.requireNonNull(transaction.execute(status -> write()));
            all += some;
            if (some < AT_ONCE) {
                break;
            }
        }
        return all;
    }

    private int write() {
        String[] numbers = jdbc.sql(CLAIM).query(String.class).list().toArray(String[]::new);
        if (numbers.length == 0) {
            return 0;
        }
        List<Object[]> rows = new ArrayList<>();
        jdbc.sql(READ)
                .param(numbers)
                .query((row, n) ->
                        new Stored(row.getString("number"), instant(row, "received_at"), row.getString("document")))
                .list()
                .forEach(stored -> add(rows, stored));
        batches.batchUpdate(WRITE, rows);
        jdbc.sql("delete from search_pending where ticket_number = any(?)")
                .param(numbers)
                .update();
        return numbers.length;
    }

    private record Stored(String number, Instant receivedAt, String document) {}

    /** One that cannot be read is left out, and does not keep the others. */
    private void add(List<Object[]> rows, Stored stored) {
        try {
            Set<String> found = words.of(json.read(stored.document(), Ticket.class));
            rows.add(new Object[] {stored.number(), utc(stored.receivedAt()), PostgresValues.texts(found)});
        } catch (RuntimeException e) {
            LOG.error(
                    "Ticket {} cannot be read, so the search box finds it by number, phone, mail and order alone;"
                            + " open it at /api/tickets/{} to see why ({})",
                    stored.number(),
                    stored.number(),
                    e.getClass().getName());
        }
    }
}
