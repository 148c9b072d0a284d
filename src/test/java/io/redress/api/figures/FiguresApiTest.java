package io.redress.api.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FiguresApiTest extends OpsHub {

    private static final String MARCH = "/api/figures?from=2026-03-01&to=2026-04-01";

    @Autowired
    JdbcClient jdbc;

    @Test
    void figures_come_with_their_count_target_and_whether_it_is_met() throws Exception {
        ticket("R-260302-F1GUR1", "counted", "2026-03-02T01:00:00Z", "2026-03-02T02:00:00Z", "Tiles");
        ticket("R-260303-F1GUR2", "counted", "2026-03-03T01:00:00Z", "2026-03-06T01:00:00Z", "Tiles");
        JsonNode table = read(get(MARCH + "&by=channel"));
        assertThat(table.path("from").asText()).isEqualTo("2026-02-28T16:00:00Z"); // a day of the shop
        assertThat(table.path("zone").asText()).isEqualTo("Asia/Shanghai");
        JsonNode row = row(table, "counted");
        assertThat(row.path("figures").path("received").path("value").asInt()).isEqualTo(2);
        JsonNode answered = row.path("figures").path("answered-24h");
        assertThat(answered.path("value").asDouble()).isEqualTo(0.5);
        assertThat(answered.path("of").asInt()).isEqualTo(2);
        assertThat(answered.path("target").asDouble()).isEqualTo(0.85);
        assertThat(answered.path("met").asBoolean(true)).isFalse();
        assertThat(row.path("figures").path("csat").has("value")).isFalse();
        assertThat(row.path("figures").path("csat").has("met")).isFalse();
        assertThat(table.path("total").path("key").asText("none")).isEmpty();
        assertThat(read(get(MARCH)).path("rows")).isEmpty();
    }

    @Test
    void a_table_for_spreadsheets_has_a_line_for_each_figure_and_no_formula() throws Exception {
        ticket(
                "R-260304-F1GUR3",
                "formula",
                "2026-03-04T01:00:00Z",
                "2026-03-04T02:00:00Z",
                "=HYPERLINK(\"http://x\",\"a,b\")");
        String path = MARCH + "&by=product";
        var answer = send(request(path).header("Authorization", "Bearer " + KEY).header("Accept", "text/csv"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body()).isEqualTo(get(path + "&format=csv").body()).startsWith("\uFEFF");
        List<CSVRecord> lines = lines(answer.body());
        assertThat(lines).anySatisfy(line -> assertThat(line.values())
                .startsWith("product", "'=hyperlink(\"http://x\",\"a,b\")", "received", "1.0", "count", "1"));
        assertThat(lines).allSatisfy(line -> assertThat(line.get(1)).doesNotMatch("[=+@-].*"));
        assertThat(lines).filteredOn(line -> line.get(0).equals("total")).hasSize(15);
    }

    @Test
    void figures_of_stores_are_told_apart_and_complaints_without_one_stand_together() throws Exception {
        ticket("R-260110-ST0RE4", "shops", "2026-01-10T01:00:00Z", "2026-01-10T02:00:00Z", "Tiles", "南京东路店");
        ticket("R-260111-ST0RE5", "shops", "2026-01-11T01:00:00Z", "2026-01-13T02:00:00Z", "Tiles", "南京东路店 ");
        ticket("R-260112-ST0RE6", "shops", "2026-01-12T01:00:00Z", "2026-01-12T02:00:00Z", "Tiles", "@Home");
        ticket("R-260113-ST0RE7", "shops", "2026-01-13T01:00:00Z", "2026-01-13T02:00:00Z", "Tiles");
        String path = "/api/figures?from=2026-01-01&to=2026-02-01&by=store";
        JsonNode table = read(get(path));
        assertThat(table.path("by").asText()).isEqualTo("store");
        assertThat(table.path("rows")).hasSize(3);
        JsonNode store = table.path("rows").get(0);
        assertThat(store.path("key").asText()).isEqualTo("南京东路店");
        assertThat(store.path("figures").path("received").path("of").asInt()).isEqualTo(2);
        assertThat(store.path("figures").path("answered-24h").path("value").asDouble())
                .isEqualTo(0.5);
        assertThat(row(table, "").path("figures").path("received").path("of").asInt())
                .isEqualTo(1);
        assertThat(lines(get(path + "&format=csv").body()))
                .anySatisfy(line -> assertThat(line.values()).startsWith("store", "南京东路店", "received", "2.0"))
                .anySatisfy(line -> assertThat(line.values()).startsWith("store", "'@home", "received", "1.0"))
                .anySatisfy(line -> assertThat(line.values()).startsWith("store", "", "received", "1.0"));
        JsonNode ticket = read(get("/api/tickets/R-260110-ST0RE4"));
        assertThat(ticket.findValue("store").asText()).isEqualTo("南京东路店");
        assertThat(read(get("/api/openapi.json"))
                        .path("paths")
                        .path("/api/figures")
                        .toString())
                .contains("\"product\",\"store\",\"week\"");
    }

    @Test
    void a_figure_by_two_things_has_rows_columns_and_the_totals_of_both() throws Exception {
        ticket("R-260210-CR0SS1", "cross-a", "2026-02-10T01:00:00Z", "2026-02-10T02:00:00Z", "Tiles");
        ticket("R-260211-CR0SS2", "cross-a", "2026-02-11T01:00:00Z", "2026-02-13T02:00:00Z", "Sofa");
        ticket("R-260212-CR0SS3", "cross-b", "2026-02-12T01:00:00Z", "2026-02-12T02:00:00Z", "Tiles");
        String path = "/api/figures/cross?from=2026-02-01&to=2026-03-01&figure=answered-24h&by=channel&across=product";

        JsonNode table = read(get(path));
        assertThat(table.path("columns")).extracting(JsonNode::asText).containsExactly("tiles", "sofa");
        JsonNode row = table.path("rows").get(0);
        assertThat(row.path("key").asText()).isEqualTo("cross-a");
        assertThat(row.path("cells"))
                .extracting(cell -> cell.path("value").asDouble())
                .containsExactly(1.0, 0.0);
        assertThat(row.path("all").path("value").asDouble()).isEqualTo(0.5);
        assertThat(table.path("total").path("cells"))
                .extracting(cell -> cell.path("of").asInt())
                .containsExactly(2, 1);
        assertThat(lines(get(path + "&format=csv").body()).get(1).values())
                .containsExactly("cross-a", "1.0", "0.0", "0.5");
        assertThat(read(get("/api/figures/tickets?from=2026-02-01&to=2026-03-01&figure=answered-24h&by=channel"
                                + "&key=cross-a&across=product&column=sofa"))
                        .path("items"))
                .extracting(ticket -> ticket.path("number").asText())
                .containsExactly("R-260211-CR0SS2");
        assertThat(problem("/cross?by=channel").path("parameter").asText()).isEqualTo("across");
        assertThat(problem("/tickets?key=x").path("parameter").asText()).isEqualTo("key");
    }

    @Test
    void arrivals_are_told_by_the_hour_of_the_shop() throws Exception {
        ticket("R-250310-H0UR01", "hours", "2025-03-10T01:30:00Z", "2025-03-10T02:00:00Z", "Tiles");

        JsonNode arrivals = read(get("/api/figures/arrivals?from=2025-03-10&to=2025-03-17"));
        JsonNode monday = arrivals.path("days").get(0);
        assertThat(monday.path("day").asText()).isEqualTo("monday");
        assertThat(monday.path("days").asInt()).isEqualTo(1);
        assertThat(monday.path("hours").get(9).asInt()).isEqualTo(1); // 09:30 in Shanghai
    }

    @Test
    void what_cannot_be_counted_by_is_explained() throws Exception {
        assertThat(problem("?by=colour").path("parameter").asText()).isEqualTo("by");
        assertThat(problem("?from=2026-03-02&to=2026-03-02").path("parameter").asText())
                .isEqualTo("to");
        assertThat(problem("?from=2020-01-01&to=2026-03-02").path("detail").asText())
                .contains("800 days");
        assertThat(problem("?from=2026-13-02").path("parameter").asText()).isEqualTo("from");
        assertThat(problem("?format=xml").path("parameter").asText()).isEqualTo("format");
        assertThat(problem("?week=1").path("parameter").asText()).isEqualTo("week");
        var csv = send(request("/api/figures?by=x")
                .header("Authorization", "Bearer " + KEY)
                .header("Accept", "text/csv"));
        assertThat(csv.statusCode()).isEqualTo(400);
        assertThat(csv.body()).contains("by must be one of");
    }

    @Test
    void nobody_reads_figures_without_a_key() {
        assertThat(send(request("/api/figures")).statusCode()).isEqualTo(401);
    }

    @Test
    void the_week_that_runs_and_what_waits_are_measured() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .containsPattern("redress_figures\\{.*figure=\"received\".*} ")
                        .containsPattern("redress_tickets_open(\\{.*})? ")
                        .containsPattern("redress_tickets_overdue\\{.*clock=\"resolution\".*} ")
                        .containsPattern("redress_rises(\\{.*})? "));
    }

    private void ticket(String number, String channel, String received, String answered, String product) {
        rows.ticket(number, channel, Instant.parse(received), "Li", "because");
        jdbc.sql("""
                update ticket set first_response_at = cast(? as timestamptz),
                                  document = jsonb_set(document, '{product}', jsonb_build_object('name', ?::text))
                where number = ?
                """).params(answered, product, number).update();
    }

    private void ticket(String number, String channel, String received, String answered, String product, String store) {
        ticket(number, channel, received, answered, product);
        jdbc.sql(
                        "update ticket set document = jsonb_set(document, '{product,store}', to_jsonb(?::text)) where number = ?")
                .params(store, number)
                .update();
    }

    private JsonNode problem(String query) throws IOException {
        var answer = get("/api/figures" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        return read(answer);
    }

    private static JsonNode row(JsonNode table, String key) {
        for (JsonNode row : table.path("rows")) {
            if (row.path("key").asText().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key);
    }

    private static List<CSVRecord> lines(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
    }
}
