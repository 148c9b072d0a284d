package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.pipeline.TestArrivals.Arrival;
import io.redress.standing.OwnMessageIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A hub with tickets of customers, for those who want to get at them. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml",
            "redress.mail.trusted-authentication-servers=mx.shop.test"
        })
abstract class SenderTrustHub extends IntakeHub {

    static final String PHONE = "13800138000";
    static final String EMAIL = "li@example.com";

    @Autowired
    OwnMessageIds ownIds;

    @Autowired
    TicketLifecycle lifecycle;

    /** Opened by the form of a customer with {@link #PHONE} and {@link #EMAIL}. */
    String ticketByForm() {
        RawMessage raw = arrived(TestArrivals.form(
                "{\"text\":\"The kettle leaks.\",\"phone\":\"%s\",\"email\":\"%s\"}".formatted(PHONE, EMAIL)));
        assertThat(state(raw)).isEqualTo("ticketed");
        return raw.number();
    }

    /** Opened by a mail of {@link #EMAIL} with this Message-ID. */
    String ticketByMail(String messageId) {
        RawMessage raw = arrived(
                TestArrivals.mail(EMAIL, "Message-ID: " + messageId + "\n", "The kettle leaks. " + UUID.randomUUID()));
        assertThat(state(raw)).isEqualTo("ticketed");
        return raw.number();
    }

    RawMessage arrived(Arrival arrival) {
        return arrived(arrival, UUID.randomUUID().toString());
    }

    RawMessage arrived(Arrival arrival, String key) {
        byte[] original = arrival.content().getBytes(StandardCharsets.UTF_8);
        String known = arrival.format().equals("email") ? null : key;
        RawMessage raw = handOff.receive(arrival.channel(), arrival.format(), original, arrival.attributes(), known);
        camel.sendBody("direct:hand-off", raw);
        awaitEnded(List.of(raw));
        return raw;
    }

    /** The Message-ID of the acknowledgement of a ticket. */
    String ourMail(String number) {
        return "<" + number + "." + ownIds.signed(number, "ack") + "@shop.test>";
    }

    void becomes(String number, UpdateKind kind) {
        lifecycle.apply(
                TicketUpdate.of(UUID.randomUUID().toString(), number, kind, Instant.now(), "staff", "for a test"));
    }

    String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    List<String> history(String number) {
        return jdbc.sql("select what || coalesce(' ' || why, '') from event where ticket_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** All of a ticket but its history. */
    String row(String number) {
        return jdbc.sql("select cast(row_to_json(ticket) as text) from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
