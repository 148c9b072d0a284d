package io.redress.ledger.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.OwnDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSendersTest extends OwnDatabase {

    private static final String TICKET = "R-261122-7K9Q2M";
    private static final String OPENING = "<m#opening@example.com>";

    private final TicketSenders senders = new TicketSenders(jdbc);

    @BeforeEach
    void none() {
        jdbc.sql("truncate alias, item, ticket cascade").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a@example.com>",
                "<!first-of-all@example.com>",
                "<m@example.com>",
                "<m",
                "<m#opening@example.com.evil.test>",
                "<m#openin",
                "<zzz@example.com>",
                "answered:0123",
                "<m#opening@example.com>#0123"
            })
    void our_mails_answer_the_one_that_opened_the_ticket_whatever_other_names_it_got(String other) {
        opened(OPENING + "#0123456789abcdef");
        alias(other);
        alias(OPENING);
        assertThat(senders.of(TICKET).messageId()).isEqualTo(OPENING);
    }

    @Test
    void a_ticket_that_no_mail_opened_is_not_answered_as_if_one_of_its_follow_ups_had() {
        opened("form-key-1");
        alias("<a@example.com>");
        assertThat(senders.of(TICKET).messageId()).isNull();
        opened(null);
        assertThat(senders.of(TICKET).messageId()).isNull();
    }

    private void alias(String alias) {
        jdbc.sql("insert into alias (alias, ticket_number) values (?, ?)")
                .params(alias, TICKET)
                .update();
    }

    private void opened(@Nullable String sourceKey) {
        jdbc.sql("truncate item, ticket cascade").update();
        jdbc.sql("""
                with opened as (
                  insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                    attributes, original, original_size, updated_at)
                  values (gen_random_uuid(), :number, 'mail', 'email', now(), :key, 'ticketed', 'opened', :number, '{}', '', 0,
                          now())
                  returning id)
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                select :number, id, now(), 'mail', 'email', 'other', 'normal', 'received', false, 'desk', now(), now(), '{}',
                       now(), now()
                from opened
                """).param("number", TICKET).param("key", sourceKey).update();
        jdbc.sql("truncate alias").update();
    }
}
