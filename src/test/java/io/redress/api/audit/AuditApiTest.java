package io.redress.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.permission.Permission;
import io.redress.security.PermissionInterceptor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AuditApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");
    private static final String NUMBER = "R-260701-AXDXT1";

    /** What shows nobody, as of today: a new permission is personal until somebody says otherwise. */
    private static final Set<Permission> UNPERSONAL =
            EnumSet.of(Permission.FIGURES_READ, Permission.OPERATIONS_READ, Permission.METRICS_READ);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void every_operation_that_reads_personal_data_or_acts_leaves_an_entry_that_names_it() throws Exception {
        HttpResponse<String> made = send(request("/api/keys")
                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"powerless\",\"scopes\":[\"metrics.read\"]}")));
        String powerless = read(made).path("key").asText();
        List<String> silent = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, operation) -> {
            var required = PermissionInterceptor.required(operation);
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    boolean reads = method == RequestMethod.GET;
                    if (required == null
                            || !path.startsWith("/api/")
                            || reads && UNPERSONAL.contains(required.value())) {
                        continue;
                    }
                    var audited = AuditedOperation.of(operation, method.name());
                    boolean before = reads || audited != null && audited.changes();
                    boolean refusal = isKept(method.name(), path, powerless);
                    boolean kept = !reads || isKept(method.name(), path, KEY); // acts are not tried
                    if (!before || !refusal || !kept) {
                        silent.add(method + " " + path);
                    }
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    private boolean isKept(String method, String pattern, String key) {
        long before = entries(method + " " + pattern);
        String path = pattern.replace("{number}", "R-260701-NXNE11").replaceAll("\\{[a-z]+}", "none");
        send(request(path)
                .headers("Authorization", "Bearer " + key, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody()));
        return entries(method + " " + pattern) > before;
    }

    @Test
    void a_read_names_its_key_its_address_its_ticket_and_what_became_of_it() throws Exception {
        rows.ticket(NUMBER, "audited", JULY, "Li", "because");
        get("/api/tickets/" + NUMBER.toLowerCase());

        JsonNode entry = newest("/api/audit?ticket=" + NUMBER);
        assertThat(entry.path("actorKind").asText()).isEqualTo("key");
        assertThat(entry.path("actor").asText()).isEqualTo("tester");
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("act").asText()).isEqualTo("tickets.read");
        assertThat(entry.path("operation").asText()).isEqualTo("GET /api/tickets/{number}");
        assertThat(entry.path("targets").toString()).isEqualTo("[\"ticket:" + NUMBER + "\"]");
        assertThat(entry.path("outcome").asText()).isEqualTo("done");
        assertThat(entry.path("note").asText()).isEqualTo("200");
    }

    @Test
    void a_phone_in_any_spelling_finds_who_looked_for_it_or_for_a_part_of_it_or_read_its_ticket() throws Exception {
        String number = "R-260701-AXDXT2";
        rows.ticket(number, "audited", JULY, "Li", "because");
        jdbc.sql("update ticket set document = jsonb_set(document, '{customer,phones}', '[\"+8613955501234\"]')"
                        + " where number = ?")
                .param(number)
                .update();
        get("/api/tickets?phone=139+5550+1234");
        get("/api/tickets?q=%2B8613955501234");
        get("/api/tickets?q=55501234");
        get("/api/tickets/" + number);
        send(request("/api/persons/find")
                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"value\":\"0086 139-5550-1234\"}")));
        get("/api/tickets?phone=13955509999");

        for (String spelling : List.of("13955501234", "139%205550%201234", "%2B86-139-5550-1234")) {
            assertThat(operations("/api/audit?about=" + spelling))
                    .as(spelling)
                    .filteredOn(operation -> operation.endsWith("done"))
                    .containsExactly(
                            "POST /api/persons/find done",
                            "GET /api/tickets/{number} done",
                            "GET /api/tickets done",
                            "GET /api/tickets done",
                            "GET /api/tickets done");
        }
        String all = jdbc.sql("select string_agg(audit_entry::text, ' ') from audit_entry")
                .query(String.class)
                .single()
                .replaceAll(
                        "\\\\x[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|#[0-9a-f]+",
                        ""); // hashes have any digits
        assertThat(all).doesNotContain("5550", "8613955501234");
    }

    @Test
    void words_and_parameters_that_nobody_knows_are_not_kept_in_clear() {
        get("/api/tickets?q=Secretname&category=13800138000");
        get("/api/items?sourceKey=li@example.com");
        get("/api/items/13800138000");
        assertThat(jdbc.sql("select string_agg(array_to_string(targets, ' '), ' ') from audit_entry")
                        .query(String.class)
                        .single()
                        .toLowerCase())
                .doesNotContain("secretname", "13800138000", "li@example");
    }

    @Test
    void an_act_has_an_entry_before_it_and_one_after_it_of_the_same_request() throws Exception {
        String number = "R-260701-AXDXT3";
        rows.ticket(number, "audited", JULY, "Li", "because");
        for (String update : List.of("{\"id\":\"1\",\"kind\":\"accepted\"}", "{\"id\":\"2\",\"kind\":\"reopened\"}")) {
            send(request("/api/tickets/" + number + "/updates")
                    .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(update)));
        }
        JsonNode entries =
                read(get("/api/audit?act=tickets.write&ticket=" + number)).path("items");
        assertThat(entries.findValuesAsText("outcome")).containsExactly("failed", "begun", "done", "begun");
        assertThat(entries.get(0).path("note").asText()).isEqualTo("409");
        assertThat(entries.get(2).path("request")).isEqualTo(entries.get(3).path("request"));
    }

    @Test
    void what_a_kill_cuts_off_in_the_middle_of_an_act_has_been_taken_down_already() throws Exception {
        String number = "R-260701-AXDXT6";
        rows.ticket(number, "audited", JULY, "Li", "because");
        CompletableFuture<HttpResponse<String>> act = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select 1 from ticket where number = ? for update")
                    .param(number)
                    .query(Integer.class)
                    .single();
            var waiting = CompletableFuture.supplyAsync(() -> send(request("/api/tickets/" + number + "/updates")
                    .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"1\",\"kind\":\"accepted\"}"))));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(outcomes(number)).containsExactly("begun"));
            return waiting;
        });
        assertThat(act.get().statusCode()).isEqualTo(200);
        assertThat(outcomes(number)).containsExactly("done", "begun");
    }

    private List<String> outcomes(String number) throws Exception {
        return read(get("/api/audit?act=tickets.write&ticket=" + number))
                .path("items")
                .findValuesAsText("outcome")
                .stream()
                .filter(outcome -> !outcome.isEmpty())
                .toList();
    }

    @Test
    void an_export_says_how_many_rows_it_sent() throws Exception {
        rows.ticket("R-260701-AXDXT4", "sent-once", JULY, "Li", "because");
        get("/api/tickets/export?channel=sent-once");
        JsonNode entries = read(get("/api/audit?act=tickets.export&size=2")).path("items");
        assertThat(entries.get(0).path("shown").asInt()).isEqualTo(1);
        assertThat(entries.findValuesAsText("outcome")).containsExactly("done", "begun");
        assertThat(entries.get(0).path("targets").toString()).isEqualTo("[\"channel:sent-once\"]");
    }

    @Test
    void the_log_is_paged_filtered_and_exported() throws Exception {
        for (int n = 0; n < 3; n++) {
            get("/api/items?channel=paged");
        }
        JsonNode first = read(get("/api/audit?act=items.read&actor=tester&outcome=done&size=2"));
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = read(get("/api/audit?act=items.read&actor=tester&outcome=done&size=2&cursor="
                + first.path("next").asText()));
        assertThat(second.path("items").get(0).path("position").asLong())
                .isLessThan(first.path("items").get(1).path("position").asLong());
        assertThat(read(get("/api/audit?actor=nobody")).path("items")).isEmpty();
        assertThat(read(get("/api/audit?to=2020-01-01")).path("items")).isEmpty();
        assertThat(get("/api/audit?about=x&ticket=" + NUMBER).statusCode()).isEqualTo(400);

        HttpResponse<String> file = get("/api/audit/export?act=items.read&outcome=done");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains("position,at,actorKind").contains(",GET /api/items,channel:paged,done,");
        assertThat(newest("/api/audit?act=audit.read").path("operation").asText())
                .isEqualTo("GET /api/audit/export");
    }

    @Test
    void without_a_log_nothing_is_shown_and_nothing_is_done() throws Exception {
        String number = "R-260701-AXDXT5";
        rows.ticket(number, "audited", JULY, "Secret Li", "because");
        jdbc.sql("alter table audit_chain rename to audit_chain_gone").update();
        try {
            HttpResponse<String> read = get("/api/tickets/" + number);
            assertThat(read.statusCode()).isEqualTo(503);
            assertThat(read.body()).contains("audit log").doesNotContain("Secret Li");
            HttpResponse<String> done = send(request("/api/tickets/" + number + "/updates")
                    .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"1\",\"kind\":\"accepted\"}")));
            assertThat(done.statusCode()).isEqualTo(503);
        } finally {
            jdbc.sql("alter table audit_chain_gone rename to audit_chain").update();
        }
        assertThat(read(get("/api/tickets/" + number)).path("status").asText()).isEqualTo("received");
    }

    private JsonNode newest(String path) throws Exception {
        return read(get(path)).path("items").get(0);
    }

    private List<String> operations(String path) throws Exception {
        List<String> operations = new ArrayList<>();
        read(get(path))
                .path("items")
                .forEach(entry -> operations.add(entry.path("operation").asText() + " "
                        + entry.path("outcome").asText()));
        operations.removeIf(operation -> operation.startsWith("GET /api/audit"));
        return operations;
    }

    private long entries(String operation) {
        return jdbc.sql("select count(*) from audit_entry where operation = :operation and outcome <> 'begun'")
                .params(Map.of("operation", operation))
                .query(Long.class)
                .single();
    }
}
