package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.Redress;
import io.redress.api.item.Replay;
import io.redress.due.DueOrder;
import io.redress.intake.RawMessage;
import io.redress.ledger.due.DueWork;
import io.redress.reply.OutgoingMessages;
import io.redress.reply.Reply;
import io.redress.reply.outgoing.MessageService;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** From an arrival to the mail that would go out: to whom it quotes, and whom it does not reach. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "redress.mail.trusted-authentication-servers=mx.shop.test",
            "camel.main.routes-include-pattern=file:routes/05-*.camel.yaml,file:routes/10-*.camel.yaml,file:routes/11-*.camel.yaml,file:routes/12-*.camel.yaml,file:routes/13-*.camel.yaml,"
                    + "file:routes/18-*.camel.yaml,file:routes/20-*.camel.yaml,file:routes/30-*.camel.yaml,"
                    + "file:routes/90-*.camel.yaml,file:routes/91-*.camel.yaml"
        })
class UnprovedMailPipelineTest extends IntakeHub {

    private static final String QUOTED = "Trallala";

    @Autowired
    DueWork due;

    @Autowired
    MessageService messages;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Replay replay;

    @Test
    void a_form_is_acknowledged_without_a_word_of_it() throws Exception {
        RawMessage form = form("li@quiet.example", "source-1");
        Reply reply = sentTo(form);
        assertThat(words(reply)).contains(form.number()).doesNotContain(QUOTED);
        assertThat(history(form)).contains("acknowledged");
    }

    @Test
    void a_proved_mail_is_quoted_and_counts_for_no_limit() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(words(sentTo(mail("dmarc=pass header.from=proved.example", "wang@proved.example", ""))))
                    .contains(QUOTED);
        }
        assertThat(jdbc.sql("select count(*) from due_work where state = 'skipped' and ticket_number in"
                                + " (select number from ticket where sender_proof = 'proved')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim@other.example",
                "victim+1@proved.example",
                "\"Boss\" <victim@proved.example>",
                "victim@sub.proved.example"
            })
    void an_answer_to_another_address_than_the_proved_one_quotes_nothing(String replyTo) throws Exception {
        Reply reply =
                sentTo(mail("dmarc=pass header.from=proved.example", "zhao@proved.example", "Reply-To: " + replyTo));
        assertThat(words(reply)).doesNotContain(QUOTED);
    }

    @Test
    void an_unproved_mail_is_answered_in_its_thread_with_our_own_subject() throws Exception {
        Reply reply = sentTo(mail(null, "chen@unproved.example", ""));
        var mail = new OutgoingMessages().message(reply.mail().bytes());
        assertThat(words(reply)).doesNotContain(QUOTED);
        assertThat(mail.getSubject()).doesNotContain("Re:");
        assertThat(mail.getHeader("In-Reply-To", "|")).startsWith("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmarc=fail header.from=forged.example",
                "dkim=fail header.d=forged.example; spf=fail smtp.mailfrom=forged.example"
            })
    void a_mail_whose_sender_is_forged_gets_no_mail_at_all(String results) throws Exception {
        RawMessage mail = mail(results, "sun@forged.example", "");
        Reply reply = sentTo(mail);
        assertThat(reply.mail()).isNull();
        assertThat(history(mail)).contains("acknowledgement skipped");
        due.plan(
                DueWork.MESSAGE,
                ticketOf(mail),
                UUID.randomUUID().toString(),
                java.time.Instant.now(),
                "{\"template\":\"update\",\"texts\":{\"kind\":\"solved\",\"note\":\"\",\"remedy\":\"\"},\"times\":{},"
                        + "\"lists\":{}}");
        assertThat(sentTo(mail).mail()).isNull();
        assertThat(history(mail)).contains("message skipped");
    }

    @Test
    void of_25_forms_from_one_source_to_25_strangers_ten_are_acknowledged_and_each_ticket_says_why_not()
            throws Exception {
        List<RawMessage> forms = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            forms.add(form("s" + i + "@strange" + i + ".example", "source-25"));
        }
        awaitEnded(forms);
        doDue();
        long acknowledged = forms.stream()
                .filter(form -> history(form).contains("acknowledged"))
                .count();
        long skipped = forms.stream()
                .filter(form -> history(form).contains("acknowledgement skipped"))
                .count();
        assertThat(List.of(acknowledged, skipped)).containsExactly(10L, 15L);
        assertThat(meters.counter("redress.mail.held.back", "limit", "source").count())
                .isEqualTo(15);
    }

    @Test
    void of_a_hundred_notes_on_a_ticket_the_customer_is_told_of_twenty_and_the_history_of_the_others() {
        RawMessage form = form("li@bombed.example", "source-bombed");
        sentTo(form);
        for (int i = 0; i < 100; i++) {
            due.plan(
                    DueWork.MESSAGE,
                    ticketOf(form),
                    UUID.randomUUID().toString(),
                    java.time.Instant.now(),
                    "{\"template\":\"update\",\"texts\":{\"kind\":\"note\",\"note\":\"x\",\"remedy\":\"\"},\"times\":{},"
                            + "\"lists\":{}}");
        }
        doDue();
        doDue(); // what others had due went first
        assertThat(history(form).stream().filter(what -> what.equals("sent to customer: update")))
                .hasSize(20);
        assertThat(history(form).stream().filter(what -> what.equals("message skipped")))
                .hasSize(80);
        assertThat(meters.counter("redress.mail.held.back", "limit", "ticket").count())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example,b@x.example", "a@x.example;b@x.example", "a@x.example b@x.example", "<a@x.example>",
                "Boss <a@x.example>", "\"a\"@x.example", "a@x.example\r\nBcc: b@x.example", "a@x.example\nb@x.example",
                "a@x.example>", "mailto:a@x.example", "a@x.example(comment)", "a@b@x.example"
            })
    void a_form_whose_address_is_not_one_plain_address_is_mailed_to_nobody(String address) {
        RawMessage form = form(address, UUID.randomUUID().toString());
        await().atMost(SOON).until(() -> !state(form).isEmpty());
        assertThat(state(form)).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@p\u0430ypal.example", "a@例子.example", "ä@x.example", "a@x..example", "a@-x.example-"})
    void an_address_that_mail_cannot_be_written_to_gets_none_and_the_ticket_says_so(String address) throws Exception {
        RawMessage form = form(address, UUID.randomUUID().toString());
        assertThat(sentTo(form).mail()).isNull();
        assertThat(history(form)).contains("acknowledgement skipped");
    }

    @Test
    void a_form_with_a_filled_hidden_field_is_kept_as_invalid_and_a_replay_makes_a_ticket_of_it() {
        RawMessage form = form("li@bait.example", "source-bait", Map.of("suspected", "field extra_remarks is filled"));
        await().atMost(SOON).until(() -> state(form).equals("invalid"));
        replay.replay(UUID.fromString(form.id()));
        await().atMost(SOON).until(() -> state(form).equals("ticketed"));
        assertThat(ticketOf(form)).isEqualTo(form.number());
    }

    @Test
    void the_ticket_says_to_what_its_customer_agreed_and_what_could_not_be_checked() {
        RawMessage form = form(
                "li@consent.example",
                "source-consent",
                Map.of("consent", "text en, version 1", "unchecked", "no answer"));
        await().atMost(SOON).until(() -> state(form).equals("ticketed"));
        assertThat(history(form)).contains("consented", "unchecked");
        assertThat(jdbc.sql("select who || ': ' || why from event where what = 'consented' and ticket_number = ?")
                        .param(form.number())
                        .query(String.class)
                        .single())
                .isEqualTo("customer: to text en, version 1");
    }

    private RawMessage form(String email, String source) {
        return form(email, source, Map.of());
    }

    private RawMessage form(String email, String source, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("text", "name", "subject", "product", "order_no", "store")) {
            fields.put(field, QUOTED + " https://" + QUOTED + ".example " + UUID.randomUUID());
        }
        fields.put("email", email);
        Map<String, String> attributes = new LinkedHashMap<>(more);
        attributes.put("content-type", "application/json");
        attributes.put("mapping", "complaint-form");
        attributes.put("source", source);
        RawMessage raw = handOff.receive("complaint-form", "web-form", json(fields), attributes, null);
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }

    private static byte[] json(Map<String, String> fields) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(fields);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RawMessage mail(String results, String from, String header) {
        String mail = (results == null ? "" : "Authentication-Results: mx.shop.test; " + results + "\r\n")
                + "From: " + QUOTED + " <" + from + ">\r\nTo: complaints@redress.test\r\nSubject: " + QUOTED
                + " fridge\r\nMessage-ID: <" + UUID.randomUUID() + "@" + QUOTED + ".example>\r\n"
                + (header.isEmpty() ? "" : header + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe fridge says " + QUOTED + " " + UUID.randomUUID()
                + "\r\n";
        RawMessage raw = handOff.receive(
                "complaints-mailbox", "email", mail.getBytes(StandardCharsets.UTF_8), Map.of("address", "c@d"), null);
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }

    /** The last thing that is due for a ticket, done. */
    private Reply sentTo(RawMessage raw) {
        await().atMost(SOON).until(() -> state(raw).equals("ticketed"));
        return doDue().get(raw.number());
    }

    private Map<String, Reply> doDue() {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (DueOrder order : due.claimMessages(100)) {
            Reply reply = messages.reply(order);
            messages.sent(order, reply);
            replies.put(order.ticketNumber(), reply);
        }
        return replies;
    }

    private List<String> history(RawMessage raw) {
        return jdbc.sql("select what from event where ticket_number = ?")
                .param(raw.number())
                .query(String.class)
                .list();
    }

    private static String words(Reply reply) throws Exception {
        var mail = new OutgoingMessages().message(reply.mail().bytes());
        var parts = (MimeMultipart) mail.getContent();
        return mail.getSubject()
                + parts.getBodyPart(0).getContent()
                + parts.getBodyPart(1).getContent();
    }
}
