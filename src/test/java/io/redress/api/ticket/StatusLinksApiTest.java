package io.redress.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.status.StatusToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Status links that staff end and make. */
class StatusLinksApiTest extends OpsHub {

    @Autowired
    StatusToken tokens;

    @Test
    void a_withdrawn_link_leads_nowhere_until_a_new_one_is_made_and_the_history_says_who_did_it() throws IOException {
        String number = "R-260701-KEY001";
        rows.ticket(number, "web", java.time.Instant.parse("2026-07-01T00:00:00Z"), "li@example.com", "a word");
        String first = "/tickets/" + number + "?token=" + tokens.of(number);
        assertThat(status(first)).isEqualTo(200);

        assertThat(post("/api/tickets/" + number + "/status-link/withdraw").statusCode())
                .isEqualTo(200);
        assertThat(status(first)).isEqualTo(404);

        String link = read(post("/api/tickets/" + number + "/status-link"))
                .path("link")
                .asText();
        String second = link.substring(link.indexOf("/tickets/"));
        assertThat(List.of(status(first), status(second))).containsExactly(404, 200);

        String again = read(post("/api/tickets/" + number + "/status-link"))
                .path("link")
                .asText();
        assertThat(List.of(status(second), status(again.substring(again.indexOf("/tickets/")))))
                .containsExactly(404, 200);
        var history = read(get("/api/tickets/" + number)).path("history");
        assertThat(history.findValuesAsText("what"))
                .containsSubsequence("status link withdrawn", "status link renewed", "status link renewed");
        assertThat(history.findValuesAsText("who")).contains("key tester");
    }

    @Test
    void to_a_stranger_unknown_wrong_and_withdrawn_links_look_alike() {
        String number = "R-260701-KEY002";
        rows.ticket(number, "web", java.time.Instant.parse("2026-07-01T00:00:00Z"), "li@example.com", "a word");
        post("/api/tickets/" + number + "/status-link/withdraw");
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/tickets/" + number + "?token=" + tokens.of(number),
                "/tickets/" + number + "?token=" + tokens.of(number, 1),
                "/tickets/" + number + "?token=wrong",
                "/tickets/" + number,
                "/tickets/R-260701-NQNE00?token=" + tokens.of(number))) {
            var answer = send(request(path).header("Accept", "text/html"));
            answers.add(answer.statusCode() + answer.body());
        }
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).startsWith("404");
    }

    @Test
    void links_of_no_ticket_are_neither_made_nor_withdrawn() {
        for (String call : List.of("/status-link", "/status-link/withdraw")) {
            assertThat(post("/api/tickets/R-260701-NQNE01" + call).statusCode()).isEqualTo(404);
            assertThat(send(request("/api/tickets/R-260701-NQNE01" + call)
                                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private int status(String path) {
        return send(request(path).header("Accept", "text/html")).statusCode();
    }
}
