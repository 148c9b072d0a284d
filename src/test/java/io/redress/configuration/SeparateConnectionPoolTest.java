package io.redress.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.mailbox.SqlMailRegisters;
import io.redress.testing.TestServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SeparateConnectionPoolTest {

    @Test
    void mailboxes_that_all_hang_leave_the_ledger_its_connections() throws Exception {
        try (var ledger = new HikariDataSource()) {
            ledger.setJdbcUrl(TestServer.newDatabase());
            ledger.setMaximumPoolSize(2);
            ledger.setConnectionTimeout(1_000);
            var jdbc = JdbcClient.create(ledger);
            var items = new ItemRows(jdbc, new ObjectMapper(), DataEncryption.none(), Clock.systemUTC());
            List<MailRegister> polls = new ArrayList<>();
            try (var connections = SeparateConnectionPool.beside(ledger, "polls", 8)) {
                var registers = new SqlMailRegisters(connections.database(), items, () -> 0, Clock.systemUTC());
                for (int i = 0; i < 5; i++) {
                    polls.add(registers
                            .open(new MailboxFolderId("channel" + i, "shop at imap.example.com", "INBOX"))
                            .orElseThrow());
                }
                assertThat(jdbc.sql("select count(*) from item")
                                .query(Long.class)
                                .single())
                        .isZero();
                for (MailRegister poll : polls) {
                    poll.close();
                }
            }
        }
    }
}
