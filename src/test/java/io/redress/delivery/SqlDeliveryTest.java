package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.TestServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/sql.camel.yaml")
class SqlDeliveryTest extends DeliveryContract {

    private static final Table TABLE = new Table();

    @DynamicPropertySource
    static void table(DynamicPropertyRegistry properties) {
        properties.add("faulty.url", () -> TABLE.url);
    }

    @Override
    FaultyTarget target() {
        return TABLE;
    }

    @Override
    Set<TargetFault> possible() {
        return EnumSet.of(TargetFault.AWAY);
    }

    @Test
    void a_row_that_the_table_never_takes_is_refused() {
        TABLE.client
                .sql("alter table complaint add constraint short check (length(said) < 5) not valid")
                .update();
        String number = opened();
        await().atMost(SOON).until(() -> states(number).equals(List.of("ticket refused")));
        TABLE.client.sql("alter table complaint drop constraint short").update();
        assertThat(TABLE.records()).doesNotContain(number);
    }

    private static final class Table extends SwitchedTarget {

        private final String url = TestServer.emptyDatabase();
        private final JdbcClient client = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));

        Table() {
            client.sql("create table complaint (reference text primary key, said text, phone text)")
                    .update();
        }

        @Override
        void goAway() {
            client.sql("alter table complaint rename to aside").update();
        }

        @Override
        void comeBack() {
            client.sql("alter table aside rename to complaint").update();
        }

        @Override
        public List<String> records() {
            return client.sql("select reference from complaint")
                    .query(String.class)
                    .list();
        }

        @Override
        public List<String> told(String number) {
            return client.sql("select said from complaint where reference = ?")
                    .param(number)
                    .query(String.class)
                    .list();
        }
    }
}
