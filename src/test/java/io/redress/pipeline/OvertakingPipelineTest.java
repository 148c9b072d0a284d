package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A customer who was told a number writes about it before its ticket is there. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml",
            "redress.due.period=50",
            "redress.intake.wait-for-ticket=1h"
        })
class OvertakingPipelineTest extends IntakeHub {

    @Test
    void a_mail_that_names_the_number_of_a_form_waits_for_its_ticket() {
        String number = handOff.number();
        RawMessage mail = mail("overtakes", null, "My number is " + number + ". It burns, too.");
        awaitState(mail, "waiting");
        form(number);
        awaitState(mail, "follow-up");
        assertThat(ticketOf(mail)).isEqualTo(number);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_answers_a_mail_that_waits_waits_with_it() {
        String number = handOff.number();
        RawMessage mail = mail("first", null, "About " + number + ": it burns.");
        awaitState(mail, "waiting");
        RawMessage answer = mail("second", "first", "Is there any news?");
        awaitState(answer, "waiting");
        form(number);
        awaitState(mail, "follow-up");
        awaitState(answer, "follow-up");
        assertThat(List.of(ticketOf(mail), ticketOf(answer))).containsOnly(number);
    }

    @Test
    void a_number_that_nobody_was_given_is_not_waited_for() {
        RawMessage mail = mail("guess", null, "About R-200101-7K9Q2M: it burns.");
        awaitState(mail, "ticketed");
    }

    @Test
    void a_number_whose_arrival_ended_without_a_ticket_is_not_waited_for() {
        String number = handOff.number();
        RawMessage refused =
                handOff.promised(number, "complaint-form", "web-form", new byte[0], Map.of(), "k" + number);
        camel.sendBody("direct:hand-off", refused);
        awaitState(refused, "invalid");
        awaitState(mail("after", null, "About " + number + ": it burns."), "ticketed");
    }

    @Test
    void when_its_time_is_over_it_becomes_a_ticket_of_its_own() {
        String number = handOff.number();
        RawMessage mail = mail("late", null, "About " + number + ": it burns.");
        awaitState(mail, "waiting");
        jdbc.sql("update item set received_at = received_at - interval '2 hours' where id = ?::uuid")
                .param(mail.id())
                .update();
        jdbc.sql("update waiting_arrival set until = until - interval '2 hours' where item_id = ?::uuid")
                .param(mail.id())
                .update();
        awaitState(mail, "ticketed");
        assertThat(waiting()).isZero();
    }

    private RawMessage mail(String id, String answers, String text) {
        return handedOff(
                "complaints-mailbox",
                "email",
                "From: Lin <lin@example.com>\r\nTo: shop@example.com\r\nSubject: the kettle\r\nMessage-ID: <" + id
                        + "@example.com>\r\n"
                        + (answers == null ? "" : "In-Reply-To: <" + answers + "@example.com>\r\n") + "\r\n" + text
                        + "\r\n",
                null);
    }

    private void form(String number) {
        byte[] form = "{\"name\":\"Lin\",\"email\":\"lin@example.com\",\"text\":\"The kettle leaks.\"}"
                .getBytes(StandardCharsets.UTF_8);
        camel.sendBody(
                "direct:hand-off",
                handOff.promised(
                        number,
                        "complaint-form",
                        "web-form",
                        form,
                        Map.of("content-type", "application/json", "mapping", "complaint-form"),
                        "key " + number));
    }

    private void awaitState(RawMessage raw, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(state(raw)).isEqualTo(state));
    }

    private long waiting() {
        return jdbc.sql("select count(*) from waiting_arrival")
                .query(Long.class)
                .single();
    }
}
