package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ledger.ticket.TicketRows;
import io.redress.testing.TestServer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class HistoryMigrationTest extends HistoryFixture {

    @Test
    void histories_from_before_are_sealed_as_they_stand_and_go_on() {
        DataSource older = new DriverManagerDataSource(TestServer.emptyDatabase());
        Flyway.configure().dataSource(older).target("10").load().migrate();
        JdbcClient ledger = JdbcClient.create(older);
        ledger.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                select 'R-260701-' || lpad(i::text, 6, '0'), gen_random_uuid(), now(), 'web', 'web-form', 'mismatch',
                       'normal', 'received', false, 'desk', now(), now(), '{}', now(), now()
                from generate_series(1, 300) i
                """).update();
        ledger.sql("""
                insert into event (ticket_number, at, who, what, why, item_id, told)
                select number, timestamptz '1969-12-31 23:59:59.999999Z' + make_interval(secs => place * 1e7 + 0.000001),
                       'hub', 'note ' || place, case place % 3 when 0 then null when 1 then '' else '色差 ' || place end,
                       case when place % 2 = 0 then gen_random_uuid() end, case when place = 4 then 'told' end
                from ticket, generate_series(0, 6) place order by random()
                """).update();

        Flyway.configure().dataSource(older).load().migrate();

        new TicketRows(ledger, json, clock).happened("R-260701-000007", null, "note", "after");
        var transactions = new DataSourceTransactionManager(older);
        var heads = new SqlHistoryHeads(transaction, older, key, clock);
        var found = new HistoryVerification(transactions, older, heads, key, proof).verify();
        assertThat(found.faults()).isEmpty();
        assertThat(found.events()).isEqualTo(300 * 7 + 1);
        assertThat(ledger.sql("select count(*) from event where ticket_number = 'R-260701-000007'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }
}
