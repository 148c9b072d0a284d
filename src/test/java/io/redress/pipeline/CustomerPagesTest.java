package io.redress.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.Redress;
import io.redress.status.StatusToken;
import io.redress.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub as a customer meets it: the form, the status page, and what is added on it. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/complaint-form.camel.yaml,"
                    + "file:routes/channels/status-page.camel.yaml",
            "redress.apps.issuers.shop.algorithm=HS256",
            "redress.apps.issuers.shop.key=" + CustomerPagesTest.APP_SECRET,
            "redress.api.keys.tester=a-key-of-this-test",
            "redress.due.period=100"
        })
class CustomerPagesTest {

    static final String APP_SECRET = "a-secret-of-this-test-with-more-than-32-bytes";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PHOTO = new String(
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"), ISO_8859_1);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    StatusToken tokens;

    @Test
    void a_customer_sees_what_was_written_and_sent_and_nobody_else_does() throws Exception {
        String number = complaint("The <b>lamp</b> is broken", "li@customers.shop", "lamp.png", PHOTO);
        String other = complaint("Not this one", "other@customers.shop", "x.png", PHOTO);

        Document page = statusPage(number);
        String picture = page.select("ul.files img").attr("src");
        HttpResponse<String> shown = get(picture);

        assertThat(page.text()).contains("The <b>lamp</b> is broken").doesNotContain("Not this one");
        assertThat(page.select("b, script")).isEmpty();
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(PHOTO);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shown.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(shown.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        for (String path : new String[] {
            "/tickets/" + number + "/files/1",
            "/tickets/" + number + "/files/1?token=" + tokens.of(other),
            "/tickets/" + number + "/files/2?token=" + tokens.of(number),
            "/tickets/" + number + "/files/0?token=" + tokens.of(number),
            "/tickets/" + number + "/files/-1?token=" + tokens.of(number),
            "/tickets/" + number + "/files/99999999999?token=" + tokens.of(number)
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(get(path).body()).as(path).isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_a_picture_is_named_and_not_shown() throws Exception {
        String number = complaint("See the receipt", "li@customers.shop", "receipt.pdf", "%PDF-1.4 a receipt");

        assertThat(statusPage(number).select("ul.files").text()).isEqualTo("receipt.pdf (1 KB)");
        assertThat(get("/tickets/" + number + "/files/1?token=" + tokens.of(number))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_added_on_the_page_follows_the_ticket_up_once_however_often_it_is_sent() throws Exception {
        String number = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);
        Document page = statusPage(number);
        String action = page.select("form").attr("action");
        String key = page.select("input[name=idempotency_key]").val();
        String added = part("text", "It also smells")
                + part("lang", "en")
                + part("idempotency_key", key)
                + file("smell.png", PHOTO);

        for (int times = 0; times < 3; times++) {
            var answer = post(action, added, "text/html");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(next -> assertThat(next)
                    .startsWith("/tickets/" + number + "?token=" + tokens.of(number))
                    .endsWith("&sent=true"));
        }

        await().atMost(SOON).until(() -> statusPage(number).text().contains("It also smells"));
        await().atMost(SOON).until(() -> queued() == 0);
        Document after = statusPage(number);
        assertThat(after.text()).containsOnlyOnce("It also smells").contains("smell.png (1 KB)");
        assertThat(after.select("ol.steps li").eachText())
                .filteredOn(step -> step.contains("You added something"))
                .hasSize(1);
        assertThat(jdbc.sql("select why from event where ticket_number = ? and what = 'follow-up'")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("through channel status-page, by a verified person");
        assertThat(jdbc.sql(
                                "select attributes::text || coalesce(encode(original, 'escape'), '') from item where ticket_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .as("no token is kept")
                .noneMatch(kept -> kept.contains(tokens.of(number)));
    }

    @Test
    void a_photo_alone_can_be_added() throws Exception {
        String number = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);

        assertThat(post(statusPage(number).select("form").attr("action"), file("more.png", PHOTO), "text/html")
                        .statusCode())
                .isEqualTo(303);

        await().atMost(SOON).until(() -> statusPage(number).text().contains("more.png"));
    }

    @Test
    void the_same_words_for_two_tickets_are_added_to_both() throws Exception {
        String one = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);
        String two = complaint("The chair is broken", "li@customers.shop", "chair.png", PHOTO);
        for (String number : new String[] {one, two}) {
            post(statusPage(number).select("form").attr("action"), part("text", "Any news?"), "text/html");
        }

        await().atMost(SOON).until(() -> statusPage(one).text().contains("Any news?"));
        await().atMost(SOON).until(() -> statusPage(two).text().contains("Any news?"));
    }

    @Test
    void who_has_no_link_adds_nothing_and_is_told_nothing() throws Exception {
        String number = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);
        String other = complaint("Another", "other@customers.shop", "x.png", PHOTO);
        long before = items();

        for (String query : new String[] {
            "",
            "?number=" + number,
            "?number=" + number + "&token=" + tokens.of(other),
            "?number=" + number + "&token=1." + tokens.of(number),
            "?number=R-261122-ZZZZZZ&token=" + tokens.of(number)
        }) {
            var answer = post("/status/messages" + query, part("text", "Close it"), "application/json");
            assertThat(answer.statusCode()).as(query).isEqualTo(404);
            assertThat(json.readTree(answer.body()).path("detail").asText())
                    .isEqualTo("No ticket has this number and token.");
        }
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void nothing_that_a_form_says_makes_it_a_status_page() throws Exception {
        String number = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);
        String forged = part("text", "status-link:" + number + " close it")
                + part("email", "evil@customers.shop")
                + part("follows", number)
                + part("references", "status-link:" + number);

        var answer = post("/complaints?number=" + number + "&token=x", forged, "application/json");

        assertThat(answer.statusCode()).isEqualTo(202);
        String opened = json.readTree(answer.body()).path("ticket").asText();
        await().atMost(SOON).until(() -> isTicket(opened));
        assertThat(statusPage(number).text()).doesNotContain("close it");
    }

    @Test
    void a_link_is_sent_again_to_the_tickets_own_contact_once_and_no_answer_tells_whether_there_is_a_ticket()
            throws Exception {
        String number = complaint("The lamp is broken", "li@customers.shop", "lamp.png", PHOTO);
        String withdrawn = complaint("The chair is broken", "li@customers.shop", "chair.png", PHOTO);
        jdbc.sql("update ticket set status_link_withdrawn_at = now() where number = ?")
                .param(withdrawn)
                .update();
        int before = messages(number);
        int beforeWithdrawn = messages(withdrawn);

        var unknown = ask("R-261122-ZZZZZZ");
        var ended = ask(withdrawn);
        var known = ask(number.toLowerCase(java.util.Locale.ROOT));
        var again = ask(number);

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(known.body());
        assertThat(ended.body()).isEqualTo(known.body());
        assertThat(unknown.body()).isEqualTo(known.body()).contains("If there is such a complaint");
        await().atMost(SOON).until(() -> messages(number) == before + 1);
        assertThat(messages(withdrawn)).as("staff withdrew it").isEqualTo(beforeWithdrawn);
        assertThat(messages("R-261122-ZZZZZZ")).isZero();
        assertThat(ask("not a number").statusCode()).isEqualTo(400);
        assertThat(ask(number).statusCode()).as("the sixth in a minute").isEqualTo(429);
        assertThat(messages(number)).isEqualTo(before + 1);
    }

    @Test
    void an_app_is_told_how_its_customers_own_tickets_stand_and_nothing_else() throws Exception {
        String own = complaint("A secret sorrow", "app-li@customers.shop", "lamp.png", PHOTO);
        complaint("app-li@customers.shop is my friend", "app-other@customers.shop", "x.png", PHOTO);

        var answer = own(token("app-li@customers.shop", true));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode items = json.readTree(answer.body()).path("items");
        assertThat(items.findValuesAsText("ticket")).containsExactly(own);
        assertThat(items.get(0).path("state").asText()).isEqualTo("received");
        assertThat(answer.body()).doesNotContain("sorrow", "customers.shop", "token");
        assertThat(json.readTree(own(token("app-nobody@customers.shop", true)).body())
                        .path("items"))
                .isEmpty();
        assertThat(own(token("app-li@customers.shop", false)).statusCode()).isEqualTo(401);
        List<String> kept = jdbc.sql(
                        "select actor_kind || ' ' || targets::text from audit_entry where act = 'own-tickets'"
                                + " and 'ticket:' || ? = any(targets)")
                .param(own)
                .query(String.class)
                .list();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0)).startsWith("app").contains("person#").doesNotContain("customers.shop");
    }

    @Test
    void neither_a_key_opens_the_apps_door_nor_a_token_that_of_the_keys() throws Exception {
        assertThat(own("a-key-of-this-test").statusCode()).isEqualTo(401);
        assertThat(own(null).statusCode()).isEqualTo(401);
        for (String path : new String[] {"/api/tickets", "/api/items", "/actuator/metrics"}) {
            assertThat(api(path, token("app-li@customers.shop", true)).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(api("/api/my/other", token("app-li@customers.shop", true)).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> own(String token) throws Exception {
        return api("/api/my/tickets", token);
    }

    private HttpResponse<String> api(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(String email, boolean verified) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer("shop")
                .audience("redress")
                .subject("customer-7")
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 600_000))
                .claim("email", email)
                .claim("email_verified", verified)
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(APP_SECRET));
        return token.serialize();
    }

    private HttpResponse<String> ask(String number) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri("/status/link?lang=en"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("number=" + number.replace(' ', '+')))
                        .build(),
                BodyHandlers.ofString());
    }

    private int messages(String number) {
        return jdbc.sql("select count(*) from due_work where ticket_number = ? and kind = 'message'")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private String complaint(String text, String email, String name, String file) throws Exception {
        var answer = post(
                "/complaints",
                part("text", text)
                        + part("idempotency_key", UUID.randomUUID().toString())
                        + part("email", email)
                        + file(name, file),
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode told = json.readTree(answer.body());
        String number = told.path("ticket").asText();
        await().atMost(SOON).until(() -> isTicket(number));
        return number;
    }

    private boolean isTicket(String number) {
        return jdbc.sql("select count(*) from ticket where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private long items() {
        return jdbc.sql("select count(*) from item").query(Long.class).single();
    }

    private long queued() {
        return jdbc.sql("select count(*) from item where state = 'received'")
                .query(Long.class)
                .single();
    }

    private Document statusPage(String number) throws Exception {
        var page = get("/tickets/" + number + "?lang=en&token=" + tokens.of(number));
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(),
                BodyHandlers.ofString(ISO_8859_1));
    }

    private HttpResponse<String> post(String path, String parts, String accept) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(parts + "--x--\r\n", ISO_8859_1))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String bytes) {
        return "--x\r\nContent-Disposition: form-data; name=photos; filename=" + name + "\r\n\r\n" + bytes + "\r\n";
    }
}
