package io.redress.api.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.callback.CallbackRequests;
import io.redress.status.StatusToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CallbacksApiTest extends OpsHub {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallbackRequests requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatusToken tokens;

    @Test
    void a_callback_is_found_by_its_ticket_reported_once_and_counted() throws IOException {
        String number = planned();
        JsonNode listed =
                read(get("/api/callbacks?state=planned&ticket=" + number)).path("items");
        assertThat(listed).hasSize(1);
        String id = listed.get(0).path("id").asText();

        HttpResponse<String> first = report(id, "{\"id\":\"c-" + id + "\",\"outcome\":\"no-answer\"}");
        HttpResponse<String> again = report(id, "{\"id\":\"c-" + id + "\",\"outcome\":\"no-answer\"}");

        assertThat(read(first).path("effect").asText()).isEqualTo("applied");
        assertThat(read(again).path("effect").asText()).isEqualTo("repeated");
        JsonNode callback = read(get("/api/callbacks/" + id));
        assertThat(callback.path("attempts")).hasSize(2);
        assertThat(callback.path("attempts").get(0).path("outcome").asText()).isEqualTo("no-answer");
        assertThat(callback.path("attempts").get(0).path("outcomeBy").asText()).isEqualTo("key tester");
        assertThat(callback.path("attempt").asInt()).isEqualTo(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .contains(
                                "redress_callback_outcomes{",
                                "outcome=\"no-answer\"",
                                "redress_callbacks{",
                                "state=\"overdue\""));
    }

    @Test
    void a_report_that_cannot_be_used_names_the_member_at_fault() throws IOException {
        String number = planned();
        String id = read(get("/api/callbacks?ticket=" + number))
                .path("items")
                .get(0)
                .path("id")
                .asText();

        HttpResponse<String> answer = report(id, "{\"id\":\"x\",\"outcome\":\"gone fishing\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("parameter").asText()).isEqualTo("outcome");
        assertThat(report(UUID.randomUUID().toString(), "{\"id\":\"y\",\"outcome\":\"refuses\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/callbacks?state=late").statusCode()).isEqualTo(400);
        assertThat(get("/api/callbacks/none").statusCode()).isEqualTo(400);
        assertThat(send(request("/api/callbacks")).statusCode()).isEqualTo(401);
    }

    @Test
    void pages_of_callbacks_neither_repeat_nor_miss_one() throws IOException {
        String first = planned();
        String second = planned();

        JsonNode one = read(get("/api/callbacks?size=1"));
        JsonNode rest =
                read(get("/api/callbacks?size=500&cursor=" + one.path("next").asText()));

        assertThat(one.path("items")).hasSize(1);
        assertThat(rest.path("items").findValuesAsText("id"))
                .doesNotContain(one.path("items").get(0).path("id").asText());
        var tickets = rest.path("items").findValuesAsText("ticket");
        tickets.add(one.path("items").get(0).path("ticket").asText());
        assertThat(tickets).contains(first, second);
    }

    @Test
    void a_customer_books_a_time_over_the_page_and_sees_it_there() {
        String number = planned();
        String page = "/tickets/" + number + "/callback?lang=en&token=" + tokens.of(number);
        String shown = send(request(page)).body();
        var form = Jsoup.parse(shown).selectFirst("form");
        String slot = form.select("input[name=slot]").last().val();

        HttpResponse<String> answer = send(request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "phone=" + encoded(form.selectFirst("#phone").val()) + "&slot=" + encoded(slot))));

        assertThat(answer.statusCode()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        var after = Jsoup.parse(send(request(location)).body());
        assertThat(after.selectFirst(".note time").attr("datetime")).isEqualTo(slot);
        assertThat(shown).doesNotContain("8613800138000");
        assertThat(send(request("/tickets/" + number + "/callback?token=x")).statusCode())
                .isEqualTo(404);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> report(String id, String body) {
        return send(request("/api/callbacks/" + id + "/outcomes")
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A ticket with a callback; its number. */
    private String planned() {
        String number = "R-261122-"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("[^0-9a-f]", "")
                        .toUpperCase(java.util.Locale.ROOT)
                        .substring(0, 6);
        String document = "{\"customer\":{\"phones\":[\"+8613800138000\"]},\"complaint\":{\"language\":\"en\"}}";
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, ?, now(), 'web', 'web-form', 'mismatch', 'normal', 'in-progress', false, 'desk', now(), now(),
                        ?::jsonb, now(), now())
                """).params(number, UUID.randomUUID(), document).update();
        transaction.executeWithoutResult(any -> requests.request(number, "test", Instant.now(), "test"));
        return number;
    }
}
