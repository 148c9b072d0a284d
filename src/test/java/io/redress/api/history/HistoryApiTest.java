package io.redress.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.history.HistoryHead;
import io.redress.history.HistoryHeadKey;
import io.redress.ledger.history.SqlHistoryHeads;
import io.redress.ledger.ticket.TicketRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryApiTest extends OpsHub {

    private static final LocalDate FAR = LocalDate.of(2090, 1, 1);

    @Autowired
    SqlHistoryHeads heads;

    @Autowired
    TicketRows tickets;

    @Autowired
    JdbcClient jdbc;

    private String number = "";

    @BeforeEach
    void aTicketWithAHead() {
        number = "R-260701-"
                + HexFormat.of().toHexDigits(System.nanoTime()).substring(10).toUpperCase(Locale.ROOT);
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'web', 'web-form', 'mismatch', 'normal', 'received', false, 'desk',
                        now(), now(), '{}', now(), now())
                """).param(number).update();
        tickets.happened(number, null, "received", "through channel web");
        heads.make(FAR);
        heads.make(FAR.plusDays(1));
    }

    @Test
    void a_changed_event_is_named_by_ticket_position_and_row() throws Exception {
        assertThat(read(get("/api/history/verification")).path("sound").asBoolean())
                .isTrue();
        jdbc.sql("update event set why = 'through the window' where ticket_number = ?")
                .param(number)
                .update();
        var found = read(get("/api/history/verification"));
        jdbc.sql("update event set why = 'through channel web' where ticket_number = ?")
                .param(number)
                .update();
        assertThat(found.path("sound").asBoolean()).isFalse();
        assertThat(found.path("faults")).hasSize(1);
        assertThat(found.at("/faults/0/ticket").asText()).isEqualTo(number);
        assertThat(found.at("/faults/0/position").asInt()).isZero();
        assertThat(found.at("/faults/0/event").asLong()).isPositive();
        assertThat(found.at("/faults/0/problem").asText()).contains("words");
    }

    @Test
    void heads_are_exported_with_signature_leaves_and_key() throws Exception {
        var page = read(get("/api/history/heads?size=1"));
        assertThat(page.at("/items/0/day").asText()).isEqualTo("2090-01-02");
        var next =
                read(get("/api/history/heads?size=1&cursor=" + page.path("next").asText()));
        assertThat(next.at("/items/0/day").asText()).isEqualTo("2090-01-01");

        var head = read(get("/api/history/heads/2090-01-01"));
        String text = head.path("text").asText();
        var key = HistoryHeadKey.read(get("/api/history/key").body());
        assertThat(HistoryHeadKey.signed(
                        key,
                        text,
                        Base64.getDecoder().decode(head.path("signature").asText())))
                .isTrue();
        var leaves = get(head.path("leaves").asText());
        assertThat(leaves.headers().firstValue("content-type")).get().asString().startsWith("text/plain");
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(leaves.body().getBytes(StandardCharsets.US_ASCII));
        assertThat(HistoryHead.read(text).leaves()).isEqualTo(HexFormat.of().formatHex(sum));
    }

    @Test
    void a_day_without_a_head_and_what_is_no_day_are_answered_so() {
        assertThat(get("/api/history/heads/2091-01-01").statusCode()).isEqualTo(404);
        assertThat(get("/api/history/heads/2091-01-01/leaves").statusCode()).isEqualTo(404);
        assertThat(get("/api/history/heads/yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/history/heads?since=2026-07-01").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/history/verification",
                "/api/history/heads",
                "/api/history/heads/2090-01-01",
                "/api/history/heads/2090-01-01/leaves",
                "/api/history/key"
            })
    void nobody_asks_without_a_key(String path) {
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
    }
}
