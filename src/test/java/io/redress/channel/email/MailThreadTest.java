package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailThreadTest {

    private static final String ANSWERED = "From: lin@example.com\nMessage-ID: <a@example.com>\n";
    private static final String ANSWER =
            "From: lin@example.com\nMessage-ID: <b@example.com>\nIn-Reply-To: <a@example.com>\n";

    @Test
    void an_answer_keeps_a_place_that_the_mail_before_it_looks_for() {
        assertThat(thread(ANSWER).aliases())
                .hasSize(2)
                .contains("<b@example.com>")
                .containsAnyElementsOf(thread(ANSWERED).references());
    }

    @Test
    void it_keeps_one_for_every_mail_of_the_thread() {
        List<String> aliases = thread("From: lin@example.com\nIn-Reply-To: <b@example.com>\n"
                        + "References: <a@example.com> <b@example.com>\n")
                .aliases();
        assertThat(aliases).hasSize(2);
        assertThat(aliases).containsAnyElementsOf(thread(ANSWERED).references());
        assertThat(aliases)
                .containsAnyElementsOf(thread("From: lin@example.com\nMessage-ID: <b@example.com>\n")
                        .references());
    }

    @Test
    void somebody_elses_answer_keeps_none_for_it() {
        assertThat(thread(ANSWER.replace("lin@", "wang@")).aliases())
                .doesNotContainAnyElementsOf(thread(ANSWERED).references());
    }

    @Test
    void two_answers_to_one_mail_do_not_find_each_other() {
        List<String> other = thread(ANSWER.replace("<b@", "<c@")).references();
        assertThat(thread(ANSWER).aliases()).doesNotContainAnyElementsOf(other);
    }

    @Test
    void an_answer_that_leads_ours_elsewhere_keeps_no_place_for_the_mail() {
        String forged = "Reply-To: evil@evil.test\n" + ANSWER;
        assertThat(thread(forged).aliases())
                .doesNotContainAnyElementsOf(thread(ANSWERED).references());
    }

    @Test
    void a_mail_that_names_itself_or_nobody_as_its_sender_keeps_no_place() {
        assertThat(thread("From: lin@example.com\nMessage-ID: <b@x>\nReferences: <b@x>\n")
                        .aliases())
                .containsExactly("<b@x>");
        assertThat(thread("Message-ID: <b@x>\nIn-Reply-To: <a@x>\n").aliases()).containsExactly("<b@x>");
        assertThat(thread("Message-ID: <b@x>\n").references()).isEmpty();
    }

    @Test
    void a_copy_in_another_mailbox_is_found_although_a_list_changed_its_text_and_subject() {
        String mail = ANSWERED + "Date: Mon, 30 Nov 2026 10:00:00 +0800\n";
        assertThat(thread(mail).references())
                .containsAnyElementsOf(thread(mail.replace("From", "List-Id: <help.shop.example>\nFrom"))
                        .aliases());
    }

    @Test
    void a_mailer_that_uses_a_message_id_again_writes_no_copies() {
        String mail = ANSWERED + "Date: Mon, 30 Nov 2026 10:%s:00 +0800\n";
        assertThat(thread(mail.formatted("00")).aliases().subList(1, 2))
                .doesNotContainAnyElementsOf(thread(mail.formatted("01")).references());
        assertThat(thread(ANSWERED).aliases()).containsExactly("<a@example.com>");
    }

    private static MailThread thread(String headers) {
        byte[] mail = (headers + "Subject: the kettle\n\nIt leaks.\n").getBytes(StandardCharsets.UTF_8);
        return new MailThread(Email.of(MimeReader.read(mail)));
    }
}
