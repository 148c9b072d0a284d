package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.TestServer;
import io.redress.ticket.Customer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CustomerStatedMigrationTest {

    private final DataSource older = new DriverManagerDataSource(TestServer.emptyDatabase());
    private final JdbcClient ledger = JdbcClient.create(older);

    @Test
    void of_tickets_from_before_phones_of_mails_and_names_beside_lookups_count_as_stated_by_nobody() throws Exception {
        Flyway.configure().dataSource(older).target("19").load().migrate();
        ticket("R-260701-MAXX01", "email", "\"name\":\"Li\",\"phones\":[\"+8613800138000\"]", "");
        ticket("R-260701-FXRM01", "web-form", "\"name\":\"Li\",\"phones\":[\"+8613800138000\"]", "");
        ticket("R-260701-CRMX01", "web-form", "\"name\":\"Wang\",\"phones\":[]", """
                ,"lookups":[{"name":"erp","state":"nothing","at":"2026-07-01T00:00:00Z"},
                            {"name":"crm","state":"found","at":"2026-07-01T00:00:00Z"}]""");
        ticket("R-260701-NXNE01", "web-form", "\"name\":\"Wang\",\"phones\":[]", """
                ,"lookups":[{"name":"crm","state":"missed","at":"2026-07-01T00:00:00Z"}]""");
        ticket("R-260701-EMPTY1", "email", "\"phones\":[]", "");

        Flyway.configure().dataSource(older).load().migrate();

        assertThat(customer("R-260701-MAXX01").phones()).containsExactly("+8613800138000");
        assertThat(customer("R-260701-MAXX01").statedPhones()).isEmpty();
        assertThat(customer("R-260701-MAXX01").statedName()).isEqualTo("Li");
        assertThat(customer("R-260701-FXRM01").statedPhones()).containsExactly("+8613800138000");
        assertThat(customer("R-260701-CRMX01").nameFrom()).isEqualTo("crm");
        assertThat(customer("R-260701-CRMX01").statedName()).isNull();
        assertThat(customer("R-260701-NXNE01").statedName()).isEqualTo("Wang");
        assertThat(customer("R-260701-EMPTY1")).isEqualTo(Customer.unknown());
    }

    private Customer customer(String number) throws Exception {
        return new ObjectMapper()
                .readValue(
                        ledger.sql("select document ->> 'customer' from ticket where number = ?")
                                .param(number)
                                .query(String.class)
                                .single(),
                        Customer.class);
    }

    private void ticket(String number, String kind, String members, String more) {
        String document =
                "{\"number\":\"%s\",\"channel\":{\"kind\":\"%s\"},\"customer\":{%s,\"emails\":[],\"handles\":[]}%s}"
                        .formatted(number, kind, members, more);
        ledger.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'web', ?, 'other', 'normal', 'received', false, 'desk', now(), now(),
                        ?::jsonb, now(), now())
                """).params(number, kind, document).update();
    }
}
