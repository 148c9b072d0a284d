package io.redress.ledger.due;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipientDigestsTest {

    @Test
    void a_mail_address_is_the_same_recipient_in_any_case() {
        assertThat(RecipientDigests.anonymous("Li@Example.com"))
                .isEqualTo(RecipientDigests.anonymous("li@example.com"))
                .doesNotContain("li");
    }

    @Test
    void ids_of_chats_that_differ_by_case_are_two_recipients() {
        assertThat(RecipientDigests.anonymous("official-account:oAbC"))
                .isNotEqualTo(RecipientDigests.anonymous("official-account:oabc"));
    }
}
