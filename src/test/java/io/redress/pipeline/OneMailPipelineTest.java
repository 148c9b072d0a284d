package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import io.redress.standing.OwnMessageIds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** One mail that reaches several of the shop's mailboxes. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=8"})
class OneMailPipelineTest extends IntakeHub {

    private static final String MAIL =
            "From: Lin <lin@example.com>\r\nTo: complaints@shop.example, Chen <chen@example.com>\r\n"
                    + "Cc: \"Help, please\" <help@shop.example>\r\nSubject: the kettle\r\nMessage-ID: <%s@example.com>\r\n"
                    + "Date: Mon, 30 Nov 2026 10:00:00 +0800\r\n\r\nThe kettle that I bought leaks.\r\n%s";

    @Autowired
    OwnMessageIds ownIds;

    @Test
    void a_mail_to_two_of_our_addresses_is_one_ticket_that_says_so() {
        RawMessage first = ended("complaints-mailbox", MAIL.formatted("both", ""));
        RawMessage second = ended("help-mailbox", MAIL.formatted("both", ""));
        assertThat(state(second)).isEqualTo("duplicate");
        assertThat(ticketOf(second)).isEqualTo(ticketOf(first));
        assertThat(events(first)).contains("also received through channel help-mailbox");
    }

    @Test
    void both_copies_at_the_same_time_are_one_ticket_too() throws Exception {
        context.getRouteController().suspendRoute("intake-mail");
        List<RawMessage> copies = List.of(
                received("complaints-mailbox", MAIL.formatted("same", "")),
                received("help-mailbox", MAIL.formatted("same", "")),
                received("third-mailbox", MAIL.formatted("same", "")));
        context.getRouteController().resumeRoute("intake-mail");
        awaitEnded(copies);
        assertThat(copies.stream().map(this::ticketOf)).containsOnly(ticketOf(copies.get(0)));
    }

    @Test
    void a_copy_to_which_a_mailing_list_added_a_line_belongs_to_the_ticket() {
        RawMessage first = ended("complaints-mailbox", MAIL.formatted("list", ""));
        RawMessage copy = ended(
                "help-mailbox",
                MAIL.formatted("list", "-- \r\nhelp list, unsubscribe here\r\n")
                        .replace("leaks.", "leaks.\r\n________\r\nhelp list"));
        assertThat(state(copy)).isEqualTo("follow-up");
        assertThat(ticketOf(copy)).isEqualTo(ticketOf(first));
    }

    @Test
    void a_mailer_that_gives_every_mail_the_same_message_id_loses_none() {
        RawMessage first = ended("complaints-mailbox", MAIL.formatted("broken", ""));
        RawMessage other = ended(
                "complaints-mailbox",
                MAIL.formatted("broken", "").replace("10:00:00", "11:30:00").replace("kettle", "toaster"));
        assertThat(state(other)).isEqualTo("ticketed");
        assertThat(ticketOf(other)).isNotEqualTo(ticketOf(first));
    }

    @Test
    void the_same_text_from_another_sender_is_another_ticket() {
        RawMessage first = ended("complaints-mailbox", MAIL.formatted("two", ""));
        RawMessage other =
                ended("help-mailbox", MAIL.formatted("two", "").replace("lin@example.com", "wu@example.com"));
        assertThat(state(other)).isEqualTo("ticketed");
        assertThat(ticketOf(other)).isNotEqualTo(ticketOf(first));
    }

    @Test
    void the_ticket_says_to_whom_the_mail_was_addressed() {
        RawMessage mail = ended("complaints-mailbox", MAIL.formatted("to", ""));
        assertThat(jdbc.sql("select document->'channel'->>'recipients' from ticket where number = ?")
                        .param(ticketOf(mail))
                        .query(String.class)
                        .single())
                .isEqualTo("[\"complaints@shop.example\", \"chen@example.com\", \"help@shop.example\"]");
    }

    @Test
    void a_bounce_that_reaches_two_mailboxes_or_is_fetched_again_is_noted_once() {
        RawMessage ticket = ended("complaints-mailbox", MAIL.formatted("bounced", ""));
        String number = ticketOf(ticket);
        String bounce =
                "From: MAILER-DAEMON@mx.example.com\r\nTo: complaints@shop.example\r\nSubject: Undelivered Mail Returned to"
                        + " Sender\r\nMessage-ID: <b1@mx.example.com>\r\nX-Failed-Recipients: lin@example.com\r\nIn-Reply-To: <"
                        + number + "." + ownIds.signed(number, "ack") + "@shop.example>\r\n\r\nThe address failed.\r\n";

        RawMessage first = ended("complaints-mailbox", bounce);
        RawMessage elsewhere = ended("help-mailbox", bounce);
        RawMessage again = ended("complaints-mailbox", bounce);

        assertThat(List.of(state(first), state(elsewhere), state(again)))
                .containsExactly("bounce", "duplicate", "duplicate");
        assertThat(events(ticket))
                .filteredOn(event -> event.startsWith("bounce"))
                .hasSize(1);
    }

    private List<String> events(RawMessage raw) {
        return jdbc.sql("select what || ' ' || coalesce(why, '') from event where ticket_number = ?")
                .param(ticketOf(raw))
                .query(String.class)
                .list();
    }

    private RawMessage received(String channel, String mail) {
        return handedOff(channel, "email", mail, null);
    }

    private RawMessage ended(String channel, String mail) {
        RawMessage raw = received(channel, mail);
        awaitEnded(List.of(raw));
        return raw;
    }
}
