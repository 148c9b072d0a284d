package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.Redress;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub with a form, a CRM that is asked by HTTP and an ERP whose database is asked. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/lookups/*.camel.yaml,"
                    + "file:routes/channels/complaint-form.camel.yaml",
            "redress.api.keys.tester=a-key-of-this-test",
            "redress.due.period=100",
            "crm-lookup.enabled=true",
            "crm-lookup.authorization=Bearer of-the-crm",
            "erp-lookup.enabled=true",
            "erp-lookup.query=select product, warranty from erp_order where number = :#orderNo"
        })
class LookupPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static final String ERP = TestServer.emptyDatabase();
    private static final JdbcClient ORDERS = JdbcClient.create(new DriverManagerDataSource(ERP, "postgres", ""));
    private static HttpServer crm;
    private static final List<String> asked = new CopyOnWriteArrayList<>();
    private static volatile int status = 200;
    private static volatile String answer = "";
    private static volatile CountDownLatch held = new CountDownLatch(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
        properties.add("erp-lookup.url", () -> ERP);
        properties.add("erp-lookup.username", () -> "postgres");
        properties.add("erp-lookup.password", () -> "asked for by nobody");
        properties.add(
                "crm-lookup.url", () -> "http://127.0.0.1:" + crm.getAddress().getPort() + "/customer");
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startCrm() throws IOException {
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.setExecutor(Executors.newCachedThreadPool());
        crm.createContext("/customer", LookupPipelineTest::answer);
        crm.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getRawQuery() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterAll
    static void stopCrm() {
        held.countDown();
        crm.stop(0);
    }

    @BeforeEach
    void erp() {
        ORDERS.sql("create table if not exists erp_order (number text primary key, product text, warranty text)")
                .update();
        asked.clear();
        held = new CountDownLatch(0);
    }

    @Test
    void what_crm_and_erp_know_stands_on_the_ticket_and_counts_in_its_triage() throws Exception {
        ORDERS.sql("insert into erp_order values ('A-1', 'Kettle K1', 'until 2027-05-01')")
                .update();
        status = 200;
        answer = "{\"name\":\"Li Lei\",\"tier\":\"gold\",\"openTickets\":3,\"secret\":\"not for us\"}";
        JsonNode ticket = complain("+8613800138001", "A-1");

        assertThat(ticket.at("/customer/tier").asText()).isEqualTo("vip");
        assertThat(ticket.at("/triage/priority").asText()).isEqualTo("urgent");
        assertThat(ticket.at("/product/warranty").asText()).isEqualTo("until 2027-05-01");
        assertThat(lookup(ticket, "crm").at("/state").asText()).isEqualTo("found");
        assertThat(lookup(ticket, "crm").at("/facts").toString()).isEqualTo("{\"openTickets\":\"3\"}");
        assertThat(lookup(ticket, "erp").at("/state").asText()).isEqualTo("found");
        assertThat(ticket.toString()).doesNotContain("not for us");
    }

    @Test
    void a_system_is_told_what_it_is_asked_by_and_nothing_else() throws Exception {
        status = 200;
        answer = "{}";
        complain("+8613800138002", "A&b=c");
        assertThat(asked).containsExactly("phone=%2B8613800138002 Bearer of-the-crm");
    }

    @Test
    void who_is_known_is_not_asked_about_again() throws Exception {
        status = 200;
        answer = "{\"tier\":\"standard\"}";
        complain("+8613800138003", "A-3");
        JsonNode second = complain("+8613800138003", "A-4");
        assertThat(second.at("/customer/tier").asText()).isEqualTo("regular");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_system_that_knows_nothing_leaves_the_ticket_as_it_was() throws Exception {
        status = 404;
        answer = "no such customer";
        JsonNode ticket = complain("+8613800138005", "A-5");
        assertThat(ticket.at("/customer/tier").isMissingNode()).isTrue();
        assertThat(lookup(ticket, "crm").at("/state").asText()).isEqualTo("nothing");
        assertThat(lookup(ticket, "erp").at("/state").asText()).isEqualTo("nothing");
    }

    @Test
    void an_answer_that_cannot_be_read_is_no_answer() throws Exception {
        status = 200;
        answer = "<html>";
        JsonNode lookup = lookup(complain("+8613800138006", "A-6"), "crm");
        assertThat(lookup.at("/state").asText()).isEqualTo("missed");
        assertThat(lookup.at("/reason").asText()).contains("not a JSON object");
    }

    @Test
    void a_system_that_hangs_delays_no_complaint_and_its_ticket_is_completed_later() throws Exception {
        held = new CountDownLatch(1);
        status = 200;
        answer = "{\"tier\":\"gold\"}";
        String number = post("+8613800138007", "A-7");
        JsonNode ticket = ticket(number);
        assertThat(lookup(ticket, "crm").at("/state").asText()).isEqualTo("missed");
        assertThat(ticket.at("/triage/priority").asText()).isEqualTo("normal");

        held.countDown();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(ticket(number).at("/customer/tier").asText()).isEqualTo("vip"));
        assertThat(lookup(ticket(number), "crm").at("/state").asText()).isEqualTo("found");
        assertThat(jdbc.sql("select priority from ticket where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("urgent");
        assertThat(jdbc.sql("select what from event where ticket_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .contains("completed", "reclassified");
    }

    private JsonNode complain(String phone, String order) throws Exception {
        return ticket(post(phone, order));
    }

    private String post(String phone, String order) throws Exception {
        String body = "{\"text\":\"The colour of the curtain is wrong\",\"phone\":\"" + phone + "\",\"order_no\":\""
                + order + "\"}";
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/complaints"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return new ObjectMapper().readTree(response.body()).path("ticket").asText();
    }

    private JsonNode ticket(String number) throws IOException {
        return new ObjectMapper()
                .readTree(await().atMost(SOON)
                        .until(
                                () -> jdbc.sql("select document from ticket where number = ?")
                                        .param(number)
                                        .query(String.class)
                                        .optional()
                                        .orElse(""),
                                document -> !document.isEmpty()));
    }

    private static JsonNode lookup(JsonNode ticket, String name) {
        for (JsonNode lookup : ticket.path("lookups")) {
            if (lookup.path("name").asText().equals(name)) {
                return lookup;
            }
        }
        throw new AssertionError("the ticket has no lookup " + name + ": " + ticket.path("lookups"));
    }
}
