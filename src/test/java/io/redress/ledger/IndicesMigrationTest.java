package io.redress.ledger;

import static io.redress.ledger.PostgresValues.utc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.due.DueOrder;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSearch;
import io.redress.ledger.item.ItemSummary;
import io.redress.ledger.ticket.TicketRows;
import io.redress.testing.SetClock;
import io.redress.testing.TestServer;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger of the version before goes on: its work is done once, its arrivals are found, what happened once happens no more. */
class IndicesMigrationTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final String TICKET = "R-260701-000007";

    private final DataSource older = new DriverManagerDataSource(TestServer.emptyDatabase());
    private final JdbcClient ledger = JdbcClient.create(older);
    private final SetClock clock = new SetClock(NOW);
    private final DueWork due = new DueWork(ledger, clock);

    @Test
    void planned_work_is_known_by_its_key_and_done_once() {
        migrated();

        due.plan(DueWork.MESSAGE, TICKET, TICKET + "/told", NOW, "again");
        assertThat(count("due_work where kind = 'message'")).isEqualTo(300);
        assertThat(due.move(DueWork.MESSAGE, TICKET, TICKET + "/told", NOW.minusSeconds(60)))
                .isTrue();
        DueOrder first = due.claimMessages(1).get(0);
        assertThat(first.ticketNumber()).isEqualTo(TICKET);
        assertThat(first.argument()).isEqualTo("first");
        due.done(first, "li@example.com");
        assertThat(due.claimMessages(1_000)).hasSize(299);
        assertThat(due.countDone(DueWork.MESSAGE, "li@example.com", NOW)).isEqualTo(1);
    }

    @Test
    void arrivals_of_a_ticket_are_found_whether_they_opened_it_or_came_later() {
        migrated();

        var items = new ItemQueries(ledger, new ObjectMapper(), DataEncryption.none());
        assertThat(items.find(new ItemSearch(null, null, null, TICKET, null, null, null), null, 10))
                .extracting(ItemSummary::number)
                .containsExactlyInAnyOrder(TICKET, "L-260701-000007");
        assertThat(items.find(new ItemSearch(null, null, "key 7", null, null, null, null), null, 10))
                .extracting(ItemSummary::number)
                .containsExactlyInAnyOrder(TICKET, "L-260701-000007");
    }

    @Test
    void what_an_arrival_caused_before_is_not_written_again() {
        migrated();

        String item = ledger.sql("select item_id from event where ticket_number = ? and position = 0")
                .param(TICKET)
                .query(UUID.class)
                .single()
                .toString();
        var tickets = new TicketRows(ledger, new ObjectMapper(), clock);
        tickets.happened(TICKET, item, "follow-up", "once more");
        tickets.happened(TICKET, UUID.randomUUID().toString(), "follow-up", "another");
        tickets.happened(TICKET, null, "follow-up", "of nobody");
        tickets.happened(TICKET, null, "follow-up", "of nobody");
        assertThat(ledger.sql("select position from event where ticket_number = ? order by position")
                        .param(TICKET)
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1, 2, 3);
    }

    private void migrated() {
        Flyway.configure().dataSource(older).target("26").load().migrate();
        ledger.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                select 'R-260701-' || lpad(i::text, 6, '0'), gen_random_uuid(), ?, 'web', 'web-form', 'other', 'normal',
                       'received', false, 'desk', now(), now(), '{}', now(), now()
                from generate_series(1, 300) i
                """).param(utc(NOW)).update();
        ledger.sql("""
                insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                  attributes, original, original_size, updated_at)
                select case letter when 'R' then item_id else gen_random_uuid() end, letter || substr(number, 2), 'web', 'form',
                       ?, 'key ' || ltrim(substr(number, 10), '0'), case letter when 'R' then 'ticketed' else 'follow-up' end,
                       '', number, '{}', '', 0, now()
                from ticket, (values ('R'), ('L')) letters (letter)
                """).param(utc(NOW)).update();
        ledger.sql("""
                insert into event (ticket_number, at, who, what, why, item_id)
                select number, ?, 'hub', 'follow-up', 'as it was', item_id from ticket
                """).param(utc(NOW)).update();
        ledger.sql("select number from ticket").query(String.class).list().forEach(this::plannedBefore);

        Flyway.configure().dataSource(older).load().migrate();
    }

    private void plannedBefore(String ticket) {
        ledger.sql("""
                insert into due_work (id, kind, ticket_number, due_at, argument, updated_at)
                values (?, ?, ?, ?, 'first', ?)
                """)
                .params(DueWork.id(DueWork.MESSAGE, ticket + "/told"), DueWork.MESSAGE, ticket, utc(NOW), utc(NOW))
                .update();
    }

    private int count(String rows) {
        return ledger.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
