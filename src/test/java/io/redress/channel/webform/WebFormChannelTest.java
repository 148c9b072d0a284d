package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.http.UnfinishedPost;
import io.redress.intake.RawMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms over real HTTP, through the real routes and kamelet. */
@WebFormHubTest
class WebFormChannelTest {

    private static final String JSON = "application/json";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final byte[] PHOTO =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private WebFormHub.Queue queue;

    @BeforeEach
    void emptyQueue() {
        queue.messages.clear();
        queue.down.set(false);
    }

    @Test
    void a_form_in_json_is_answered_with_its_number_and_a_status_link() throws Exception {
        var answer = post("/complaints", JSON, complaint("冰箱不制冷"));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = json.readTree(answer.body());
        String number = body.get("ticket").asText();
        assertThat(number).matches("R-\\d{6}-[0-9A-Z]{6}");
        assertThat(body.get("status").asText()).startsWith("https://help.example.com/tickets/" + number + "?token=");
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(body.get("status").asText());
        RawMessage message = onlyMessage();
        assertThat(message.number()).isEqualTo(number);
        assertThat(message.channel()).isEqualTo("complaint-form");
        assertThat(message.format()).isEqualTo("web-form");
        assertThat(message.attributes()).containsEntry("content-type", JSON).containsEntry("mapping", "complaint-form");
        assertThat(message.original().inline()).isEqualTo(complaint("冰箱不制冷"));
    }

    @Test
    void the_original_of_an_encoded_form_is_kept_byte_by_byte() throws Exception {
        byte[] form = "text=%B1%F9%CF%E4%BB%B5%C1%CB&phone=13800138000&x=a+b".getBytes(StandardCharsets.US_ASCII);

        var answer = post("/complaints", "application/x-www-form-urlencoded; charset=GBK", form);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(onlyMessage().original().inline()).isEqualTo(form);
    }

    @Test
    void a_form_with_a_photo_is_kept_byte_by_byte() throws Exception {
        byte[] form = multipart("X", "text", "坏了", "email", "a@customers.shop", "photos", PHOTO);

        var answer = post("/complaints", "multipart/form-data; boundary=X", form);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(onlyMessage().original().inline()).isEqualTo(form);
    }

    @Test
    void a_photo_alone_with_a_contact_is_a_complaint() throws Exception {
        byte[] form = multipart("X", "email", "c@customers.shop", "photos", PHOTO);

        var answer = post("/complaints", "multipart/form-data; boundary=X", form);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(onlyMessage().original().inline()).isEqualTo(form);
    }

    @Test
    void a_photo_without_a_contact_is_refused() throws Exception {
        var answer = post("/complaints", "multipart/form-data; boundary=X", multipart("X", "photos", PHOTO));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("errors").findValuesAsText("field"))
                .containsExactly("phone");
        assertThat(queue.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email,li@example.com,en,Mail cannot reach this address",
        "email,li@gmail,zh-Hans,此地址无法接收邮件",
        "email,li@gmial.com,zh-Hant,您要寫的是 gmail.com 嗎",
        "mobile,12345,en,We cannot call this number",
        "手机,+1 23,zh-Hans,无法拨打此号码",
        "phone,没有,zh-Hant,無法撥打此號碼"
    })
    void a_contact_that_cannot_be_reached_is_told_at_its_field_in_the_senders_language(
            String field, String value, String language, String words) throws Exception {
        String form = "{\"text\":\"It leaks\",\"%s\":\"%s\",\"lang\":\"%s\"}".formatted(field, value, language);

        var answer = post("/complaints", JSON, form.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(problem.get("errors").get(0).get("message").asText()).startsWith(words);
        assertThat(answer.body()).doesNotContain(value + "\"");
        assertThat(queue.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "021-54321098",
                "+44 20 7946 0958",
                "+886 912 345 678",
                "13812345678（李先生）",
                "13800138000/021-54321098"
            })
    void numbers_of_ones_own_country_and_of_others_are_taken(String phone) throws Exception {
        String form = "{\"text\":\"It leaks\",\"phone\":\"" + phone + "\"}";

        assertThat(post("/complaints", JSON, form.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_form_without_the_check_takes_any_contact() throws Exception {
        var answer = post("/shop", JSON, "{\"text\":\"x\",\"phone\":\"12345\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void a_browser_is_sent_on_to_the_status_page() throws Exception {
        byte[] form = multipart("X", "text", "坏了", "email", "b@customers.shop", "lang", "zh-Hant");

        var answer = browse(request("/complaints", "multipart/form-data; boundary=X", form));

        assertThat(answer.statusCode()).isEqualTo(303);
        String next = answer.headers().firstValue("Location").orElseThrow();
        assertThat(next)
                .startsWith("/tickets/" + onlyMessage().number() + "?token=")
                .endsWith("&lang=zh-Hant");
        var page = browse(HttpRequest.newBuilder(uri(next)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).text()).contains(onlyMessage().number(), "投訴已收到");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void an_invalid_form_is_answered_with_every_field_that_is_wrong_and_is_no_item() throws Exception {
        var answer = post("/complaints", JSON, "{\"email\":\"nobody\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errors").findValuesAsText("field")).containsExactlyInAnyOrder("email", "text");
        assertThat(problem.get("errors").findValuesAsText("remedy")).doesNotContain("");
        assertThat(queue.messages).isEmpty();
    }

    @Test
    void a_browser_gets_an_invalid_form_back_with_what_was_written_and_what_is_wrong() throws Exception {
        byte[] form = multipart("X", "product", "<script>alert(1)</script>\"'", "text", "", "idempotency_key", "k-1");

        var answer = browse(request("/complaints?lang=en", "multipart/form-data; boundary=X", form));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("script")).isEmpty();
        assertThat(page.getElementById("product").val()).isEqualTo("<script>alert(1)</script>\"'");
        assertThat(page.select("[name=idempotency_key]").val()).isEqualTo("k-1");
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactlyInAnyOrder("#text", "#phone");
        var text = page.getElementById("text");
        assertThat(text.attr("aria-invalid")).isEqualTo("true");
        for (String id : text.attr("aria-describedby").split(" ", -1)) {
            assertThat(page.getElementById(id)).as(id).isNotNull();
        }
        assertThat(queue.messages).isEmpty();
    }

    @Test
    void the_same_key_gives_the_same_number_and_another_form_under_it_is_refused() throws Exception {
        String key = UUID.randomUUID().toString();
        var first = send(request("/complaints", JSON, complaint("one")).header("Idempotency-Key", '"' + key + '"'));
        var again = send(request("/complaints", JSON, complaint("one")).header("Idempotency-Key", key));
        var other = send(request("/complaints", JSON, complaint("two")).header("Idempotency-Key", key));

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(queue.messages).extracting(RawMessage::sourceKey).containsExactly(key, key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json.readTree(other.body()).get("status").asInt()).isEqualTo(422);
    }

    @Test
    void a_double_click_has_one_number_though_the_browser_makes_up_another_boundary() throws Exception {
        var first = post(
                "/complaints", "multipart/form-data; boundary=A", multipart("A", "text", "x", "phone", "13800138000"));
        var again = post(
                "/complaints", "multipart/form-data; boundary=B", multipart("B", "text", "x", "phone", "13800138000"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(queue.messages.get(0).sourceKey())
                .isEqualTo(queue.messages.get(1).sourceKey());
    }

    @Test
    void a_form_above_the_limit_is_413() throws Exception {
        byte[] big = new byte[4_000];
        Arrays.fill(big, (byte) 'a');

        assertThat(post("/returns", JSON, big).statusCode()).isEqualTo(413);
        assertThat(browse(request("/returns", JSON, big)).statusCode()).isEqualTo(413);
        var chunked = HttpRequest.newBuilder(uri("/returns"))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        assertThat(queue.messages).isEmpty();
    }

    @Test
    void a_body_that_is_not_wanted_is_refused_before_its_end() throws Exception {
        assertThat(UnfinishedPost.status(port, "/returns", 0, "Content-Type: " + JSON, "Content-Encoding: gzip"))
                .isEqualTo(415);
        assertThat(UnfinishedPost.status(port, "/returns", 4_000, "Content-Type: " + JSON))
                .isEqualTo(413);
    }

    @Test
    void what_is_no_form_is_415() throws Exception {
        assertThat(post("/complaints", "text/plain", complaint("x")).statusCode())
                .isEqualTo(415);
        assertThat(post("/complaints", "application/json; charset=klingon", complaint("x"))
                        .statusCode())
                .isEqualTo(415);
        var zipped = request("/complaints", JSON, complaint("x")).header("Content-Encoding", "gzip");
        assertThat(send(zipped).statusCode()).isEqualTo(415);
        var page = browse(request("/complaints", "text/plain", complaint("x")));
        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(Jsoup.parse(page.body()).selectFirst("h1").text()).isEqualTo("无法读取此表单");
    }

    @Test
    void a_malformed_form_is_400_and_not_an_error_of_ours() throws Exception {
        assertThat(post("/complaints", "application/x-www-form-urlencoded", "text=%zz".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/complaints", "multipart/form-data", complaint("x")).statusCode())
                .isEqualTo(400);
        assertThat(post("/complaints", JSON, "{".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/complaints", JSON, new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void a_stray_percent_in_the_query_does_no_harm() throws Exception {
        assertThat(raw("POST /complaints?lang=%zz&%=% HTTP/1.1", complaint("stray"), 0))
                .startsWith("HTTP/1.1 202");
    }

    @Test
    void a_post_that_breaks_off_is_no_item() throws Exception {
        assertThat(raw("POST /complaints HTTP/1.1", complaint("broken off"), 10))
                .startsWith("HTTP/1.1 400");
        assertThat(queue.messages).isEmpty();
    }

    @Test
    void a_file_of_a_kind_that_is_not_taken_is_400_whatever_it_calls_itself() throws Exception {
        byte[] program = "MZ\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1);
        var answer = post(
                "/complaints",
                "multipart/form-data; boundary=X",
                multipart("X", "text", "x", "phone", "13800138000", "photos", program));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("errors").findValuesAsText("field"))
                .containsExactly("photos");
    }

    @Test
    void an_address_that_sends_too_many_forms_is_429() throws Exception {
        HttpResponse<String> answer = post("/rushed", JSON, complaint("0"));
        assertThat(answer.statusCode()).isEqualTo(202);
        for (int i = 1; i < 4; i++) {
            answer = post("/rushed", JSON, complaint(String.valueOf(i)));
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(queue.messages).hasSize(2);
        assertThat(browse(request("/rushed", JSON, complaint("x"))).statusCode())
                .isEqualTo(429);
    }

    @Test
    void the_addresses_of_one_network_send_no_more_forms_than_one_address() throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) {
            statuses.add(from("2001:db8:7:7:" + i + "::" + (i + 1), "a form of many addresses " + i));
        }
        assertThat(statuses.subList(0, 2)).containsOnly(202);
        assertThat(statuses.subList(2, 12)).containsOnly(429);
        assertThat(from("2001:db8:7:8::1", "a form of the network next to it")).isEqualTo(202);
        assertThat(from("203.0.113.7", "a form by IPv4")).isEqualTo(202);
    }

    private int from(String address, String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rushed"))
                .header("Content-Type", JSON)
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofByteArray(complaint(text)))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void when_the_hand_off_fails_nothing_is_promised() throws Exception {
        queue.down.set(true);

        var answer = post("/complaints", JSON, complaint("broker away"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(answer.body()).doesNotContain("R-", "broker");
        queue.down.set(false);
        assertThat(post("/complaints", JSON, complaint("broker away")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_second_form_with_another_mapping_at_another_path_is_one_file_of_at_most_12_lines() throws Exception {
        var answer = post(
                "/returns",
                "application/x-www-form-urlencoded",
                "wpforms%5Bmessage%5D=broken&wpforms%5Bmail%5D=c%40example.com".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(onlyMessage().channel()).isEqualTo("returns-form");
        assertThat(onlyMessage().attribute("mapping")).isEqualTo("returns-form");
    }

    @Test
    void headers_of_the_sender_reach_neither_the_routes_nor_the_answer() throws Exception {
        var answer = send(request("/complaints", JSON, complaint("headers"))
                .header("X-Evil", "1")
                .header("CamelHttpResponseCode", "200"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
        assertThat(onlyMessage().attributes().keySet())
                .containsExactlyInAnyOrder("content-type", "charset", "mapping", "language", "source");
    }

    @Test
    void the_shipped_form_asks_a_person_for_some_seconds_and_keeps_what_fills_the_hidden_field_apart()
            throws Exception {
        var page = Jsoup.parse(
                browse(HttpRequest.newBuilder(uri("/complaints/new?lang=en"))).body());
        String stamp = page.select("[name=page_stamp]").val();
        String key = page.select("[name=idempotency_key]").val();
        var hidden = page.select("[name=extra_remarks]").first();
        assertThat(hidden.attr("tabindex")).isEqualTo("-1");
        assertThat(hidden.attr("autocomplete")).isEqualTo("off");
        assertThat(hidden.closest("[aria-hidden=true]")).isNotNull();

        byte[] quick = multipart("X", "text", "x", "phone", "13800138000", "idempotency_key", key, "page_stamp", stamp);
        var refused = browse(request("/complaints?lang=en", "multipart/form-data; boundary=X", quick));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.body()).select("[name=page_stamp]").val())
                .isEqualTo(stamp);
        assertThat(queue.messages).isEmpty();

        byte[] bait = multipart("X", "text", "x", "phone", "13800138000", "extra_remarks", "http://spam.example");
        assertThat(browse(request("/complaints", "multipart/form-data; boundary=X", bait))
                        .statusCode())
                .isEqualTo(303);
        assertThat(onlyMessage().attribute("suspected")).contains("extra_remarks");
    }

    private RawMessage onlyMessage() {
        assertThat(queue.messages).hasSize(1);
        return queue.messages.get(0);
    }

    private static byte[] complaint(String text) {
        return ("{\"text\":\"" + text + "\",\"phone\":\"13800138000\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] multipart(String boundary, Object... namesAndValues) throws IOException {
        Charset utf8 = StandardCharsets.UTF_8;
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            boolean file = namesAndValues[i + 1] instanceof byte[];
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + namesAndValues[i] + "\""
                    + (file ? "; filename=\"照片.png\"\r\nContent-Type: image/png" : "") + "\r\n\r\n";
            body.write(head.getBytes(utf8));
            body.write(
                    namesAndValues[i + 1] instanceof byte[] bytes
                            ? bytes
                            : namesAndValues[i + 1].toString().getBytes(utf8));
            body.write("\r\n".getBytes(utf8));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(utf8));
        return body.toByteArray();
    }

    /** {@code missing}: how many more bytes the header promises than come. */
    private String raw(String requestLine, byte[] body, int missing) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String head = requestLine + "\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + JSON
                    + "\r\nContent-Length: " + (body.length + missing) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> post(String path, String contentType, byte[] body) throws Exception {
        return send(request(path, contentType, body));
    }

    private HttpRequest.Builder request(String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> browse(HttpRequest.Builder request) throws Exception {
        return send(request.header("Accept", BROWSER));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
