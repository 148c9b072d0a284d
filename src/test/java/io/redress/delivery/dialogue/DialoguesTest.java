package io.redress.delivery.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.testing.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialoguesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Dialogues dialogues = new Dialogues(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Dialogue question =
            Dialogue.ask(DialogueRequest.get("/x", Map.of(), "token t"), response -> Dialogue.ended(response.json()));

    @Test
    void an_answer_leads_on() {
        assertThat(answered(200, "{\"a\":1}", null).getResult()).hasToString("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 425, 429, 500, 502, 503})
    void what_may_do_better_later_is_tried_later(int status) {
        assertThatThrownBy(() -> answered(status, "<h1>No</h1><p>not now", null))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessage("HTTP " + status + ": No not now");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 409, 422})
    void what_will_never_do_better_is_refused_with_the_answers_words(int status) {
        assertThatThrownBy(() -> answered(status, "{\"message\":\"no such field\"}", null))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("no such field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "<html>", "{\"a\":1"})
    void half_an_answer_is_none(String body) {
        assertThatThrownBy(() -> answered(200, body, null)).isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void an_answer_that_breaks_off_is_none() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> dialogues.answered(question, NOW, 1000, 200, Map.of(), broken))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void an_answer_that_comes_byte_by_byte_is_given_up_at_the_end_of_the_dialogue() {
        var clock = new SetClock(NOW);
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                clock.pass(Duration.ofSeconds(10));
                bytes[from] = 'x';
                return 1;
            }
        };
        Dialogues timed = new Dialogues(clock);
        Instant latest = timed.latest(55_000, 15_000);

        assertThatThrownBy(() -> timed.answered(question, latest, 15_000, 200, Map.of(), trickle))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("too slowly");
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Disposition | attachment                   | true",
                "content-disposition | inline; filename=\"a.json\" | true",
                "Content-Type        | application/octet-stream     | true",
                "Content-Type        | application/json             | false",
                "Content-Disposition | inline                       | false"
            })
    void the_json_of_a_file_is_not_what_the_system_says(String header, String value, boolean isFile) {
        Dialogue fetch = Dialogue.ask(
                DialogueRequest.get("/x", Map.of(), "token t"), response -> Dialogue.ended(response.content()));
        var bytes = new ByteArrayInputStream("{\"code\":7}".getBytes(StandardCharsets.UTF_8));

        JsonNode content = (JsonNode) dialogues
                .answered(fetch, NOW, 1000, 200, Map.of(header, value), bytes)
                .getResult();

        assertThat(content.isMissingNode()).isEqualTo(isFile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | PT2M", "soon |"})
    void the_pause_that_a_system_asks_for_is_kept(String header, Duration pause) {
        assertThatThrownBy(() -> answered(503, "", header))
                .isInstanceOfSatisfying(TargetUnavailable.class, unavailable -> assertThat(unavailable.retryAfter())
                        .isEqualTo(pause));
    }

    @Test
    void nothing_is_asked_that_would_be_answered_after_the_time_of_the_dialogue() {
        Instant latest = dialogues.latest(60_000, 15_000);
        assertThat(latest).isEqualTo(NOW.plusSeconds(45));
        assertThat(dialogues.request(question, latest, new HashMap<>())).isEqualTo(question.getRequest());
        var later = new Dialogues(Clock.fixed(latest.plusMillis(1), ZoneOffset.UTC));
        assertThatThrownBy(() -> later.request(question, latest, new HashMap<>()))
                .isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void the_first_request_is_sent_however_long_its_answer_may_take() {
        assertThat(dialogues.latest(60_000, 90_000)).isAfter(NOW);
    }

    @Test
    void what_a_request_carries_is_put_into_the_message() {
        var headers = new HashMap<String, Object>();
        dialogues.request(question, NOW, headers);
        assertThat(headers).containsEntry("Authorization", "token t").containsEntry("Content-Type", "application/json");
    }

    @Test
    void a_request_tells_no_secret_to_the_log() {
        assertThat(question.getRequest()).hasToString("GET /x");
        assertThat(DialogueRequest.at("POST", "https://api.example.com/bot1:a/send?t=b", Map.of(), "c"))
                .hasToString("POST https://api.example.com/…");
    }

    private static Map<String, Object> retryAfter(@Nullable String value) {
        return value == null ? Map.of() : Map.of("Retry-After", value);
    }

    private Dialogue answered(int status, String body, String retryAfter) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return dialogues.answered(question, NOW, 1000, status, retryAfter(retryAfter), bytes);
    }
}
