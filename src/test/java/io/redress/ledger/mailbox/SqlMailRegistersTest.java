package io.redress.ledger.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.cluster.FencingToken;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.item.ItemRows;
import io.redress.testing.OwnDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class SqlMailRegistersTest extends OwnDatabase {

    private static final MailboxFolderId INBOX = new MailboxFolderId("mail", "shop at imap.example.com", "INBOX");

    @BeforeEach
    void the_seventh_leads() {
        jdbc.sql("truncate mailbox_mail, mailbox cascade").update();
        leads(7);
    }

    @Test
    void two_polls_of_the_leader_are_not_at_one_folder() {
        try (MailRegister open = registers(7).open(INBOX).orElseThrow()) {
            assertThat(registers(7).open(INBOX)).isEmpty();
            assertThat(open.sameNumbering(1, 2)).as("goes on").isTrue();
        }
        registers(7).open(INBOX).orElseThrow().close();
    }

    @Test
    void a_node_that_does_not_lead_opens_none() {
        assertThat(registers(FencingToken.NOT_LEADING).open(INBOX)).isEmpty();
        assertThat(registers(6).open(INBOX)).isEmpty();
    }

    @Test
    void what_a_former_leader_is_still_about_ends_and_writes_nothing_more() {
        MailRegister former = registers(7).open(INBOX).orElseThrow();
        former.sameNumbering(1, 2);
        former.taken(List.of("1"), true, false);
        leads(8);
        try (MailRegister open = registers(8).open(INBOX).orElseThrow()) {
            open.sameNumbering(1, 3);
            assertThatThrownBy(() -> former.failed("1", 1, Instant.EPOCH, "its connection broke"))
                    .isInstanceOf(DataAccessException.class);
            assertThat(open.known(List.of("1"))).containsExactly("1");
            assertThat(open.due()).isEmpty();
        }
        assertThatThrownBy(former::close).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_former_leader_that_goes_on_does_not_end_a_poll_of_the_leader() {
        leads(8);
        try (MailRegister open = registers(8).open(INBOX).orElseThrow()) {
            assertThat(registers(7).open(INBOX)).isEmpty();
            assertThat(open.sameNumbering(1, 2)).isTrue();
        }
    }

    private void leads(long fencing) {
        jdbc.sql("update cluster_leader set fencing = ?").param(fencing).update();
    }

    private SqlMailRegisters registers(long fencing) {
        Clock clock = Clock.systemUTC();
        var items = new ItemRows(jdbc, new ObjectMapper(), DataEncryption.none(), clock);
        return new SqlMailRegisters(database, items, () -> fencing, clock);
    }
}
