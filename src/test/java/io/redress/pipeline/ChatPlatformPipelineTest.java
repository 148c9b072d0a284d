package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.sandbox.ShopWebhook;
import io.redress.sandbox.platform.EmulatedDingTalkStream;
import io.redress.sandbox.platform.EmulatedGateway;
import io.redress.sandbox.platform.EmulatedKf;
import io.redress.sandbox.platform.EmulatedMarketplace;
import io.redress.sandbox.platform.EmulatedPlatform;
import io.redress.sandbox.platform.EmulatedPlatform.Said;
import io.redress.sandbox.platform.EmulatedPlatforms;
import io.redress.sandbox.platform.WebSocketServer.Peer;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped chat channels through the whole hub, with an emulator of each vendor at the other end. */
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"redress.due.period=200ms", "redress.conversations.tick=200ms"})
class ChatPlatformPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final EmulatedPlatforms PLATFORMS = EmulatedPlatforms.start(0);
    private static final EmulatedMarketplace MARKETPLACE = new EmulatedMarketplace(0);

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Messages messages;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("camel.main.routes-include-pattern", () -> Stream.concat(
                        PLATFORMS.both().stream().map(EmulatedPlatform::name),
                        Stream.of("complaint-form", "reviews", "shopify"))
                .map(name -> "file:routes/channels/" + name + ".camel.yaml")
                .collect(Collectors.joining(",", "file:routes/*.camel.yaml,", "")));
        properties.add("redress.config-dir", ChatPlatformPipelineTest::config);
        properties.add("redress.data-dir", data::toString);
        properties.add("redress.key-file", () -> data.resolve("hub.key"));
        // longer than a slow machine takes from one message of a customer to the next: each silence is a ticket
        PLATFORMS.settings("PT5S").forEach((name, value) -> properties.add(name, () -> value));
        MARKETPLACE.settings().forEach((name, value) -> properties.add(name, () -> value));
        ShopWebhook.settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    /** The shipped one, where text messages go to Chinese numbers by Twilio. */
    private static String config() {
        Path config = data.resolve("config");
        try {
            FileUtils.copyDirectory(Path.of("config").toFile(), config.toFile());
            Files.writeString(
                    config.resolve("replies.yaml"), "sms: twilio\ntexts: {to: [\"+86\"], perNumberPerDay: 3}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config.toString();
    }

    @AfterAll
    static void stop() {
        PLATFORMS.close();
        MARKETPLACE.close();
    }

    @Test
    void on_every_platform_a_complaint_with_a_photo_becomes_a_ticket_with_the_photo_and_is_answered() {
        PLATFORMS.checkAddresses(hub());
        for (EmulatedPlatform platform : PLATFORMS.all()) {
            String customer = EmulatedPlatforms.CUSTOMERS.get(platform.name());
            say(platform, Said.text("1", customer, "水壶漏水，要求退货"));
            Said photo = Said.photo("2", customer, "p1"); // one time: Slack knows a message by it
            say(platform, photo);
            say(platform, photo);
        }

        for (EmulatedPlatform platform : PLATFORMS.all()) {
            await(platform.name()).atMost(SOON).until(() -> tickets(platform.name()), all -> all.size() == 1);
            String number = tickets(platform.name()).get(0);
            await(platform.name()).atMost(SOON).untilAsserted(() -> assertThat(attachments(number))
                    .as(fetches(number))
                    .isEqualTo(1));
            await(platform.name()).atMost(SOON).until(() -> !platform.sent().isEmpty());
            assertThat(platform.sent()).singleElement().satisfies(sent -> {
                assertThat(sent.customer()).isEqualTo(EmulatedPlatforms.CUSTOMERS.get(platform.name()));
                assertThat(sent.text()).contains(number);
            });
            assertThat(states(platform.name())).contains("conversation ticketed", "chat aggregated", "chat duplicate");
        }
    }

    @Test
    void a_burst_of_many_customers_is_pulled_page_by_page_and_gives_each_one_ticket() {
        var kf = (EmulatedKf) PLATFORMS.named("kf");
        Said[] burst = IntStream.range(0, 50)
                .mapToObj(i -> Said.text("b" + i, "burst" + i % 20, "第 " + i + " 句，空调不制冷"))
                .toArray(Said[]::new);
        kf.keep(burst);
        say(kf, Said.text("b50", "burst0", "最后一句"));

        await().atMost(SOON)
                .until(
                        () -> column(
                                "select number from ticket where channel = ? and document -> 'customer' ->> 'handles' like '%burst%'",
                                "kf"),
                        all -> all.size() == 20);
        assertThat(column("select cursor from chat_pull where channel = ?", "kf"))
                .hasSize(1);
    }

    @Test
    void reviews_become_tickets_where_they_are_complaints_and_edited_ones_follow_their_tickets() {
        MARKETPLACE.publish("1", 1, "Leaks", "The kettle leaks", "ann");
        MARKETPLACE.publish("2", 5, "Great", "Works well", "bo");
        MARKETPLACE.publish("3", 5, "Hm", "Nice, but the lid is broken", "cy");
        await().atMost(SOON).untilAsserted(() -> assertThat(states("reviews"))
                .containsExactlyInAnyOrder("feed ticketed", "feed ignored", "feed ticketed"));
        String ticket = ticketOf("1@%");

        MARKETPLACE.publish("1", 1, "Leaks", "The kettle leaks, and now it smokes", "ann");
        MARKETPLACE.publish("2", 1, "Not so great", "It stopped working", "bo");
        MARKETPLACE.publish("3", 4, "Hm", "They sent a new lid", "cy");

        await().atMost(SOON).untilAsserted(() -> assertThat(states("reviews")).hasSize(6));
        await().atMost(SOON).untilAsserted(() -> assertThat(states("reviews"))
                .filteredOn("feed ignored"::equals)
                .hasSize(2));
        assertThat(tickets("reviews")).hasSize(3);
        assertThat(column("select what from event where ticket_number = ?", ticket))
                .contains("follow-up");
        assertThat(column("select reason from item where source_key like ? and ticket_number is not null", "3@%"))
                .anySatisfy(reason -> assertThat(reason).startsWith("not a complaint: rating is 4, above 2"));
        assertThat(column("select why from event where what = 'ignored' and why like ?", "not a complaint%"))
                .hasSize(1);
    }

    @Test
    void a_return_that_a_shop_reports_is_a_ticket_with_its_order_and_its_repeats_none() throws Exception {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/sandbox/webhook/return.json"));
        HttpClient http = HttpClient.newHttpClient();
        for (int n = 0; n < 2; n++) {
            HttpRequest request = ShopWebhook.returnRequest(hub(), body).build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        HttpRequest forged = ShopWebhook.returnRequest(hub(), body)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(http.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);

        await().atMost(SOON).untilAsserted(() -> assertThat(states("shopify"))
                .containsExactlyInAnyOrder("webhook ticketed", "webhook duplicate"));
        assertThat(column("select document -> 'product' ->> 'orderNo' from ticket where channel = ?", "shopify"))
                .containsExactly("820982911");
    }

    private String ticketOf(String key) {
        return column("select ticket_number from item where source_key like ?", key)
                .get(0);
    }

    @Test
    void
            of_fifty_messages_by_stream_each_is_one_item_though_the_connection_is_cut_in_the_middle_and_answers_are_lost() {
        var stream = (EmulatedDingTalkStream) PLATFORMS.named("dingtalk-stream");
        List<Said> all = IntStream.range(0, 50)
                .mapToObj(i -> Said.text("s" + i, "streamed" + i % 10, "第 " + i + " 句，空调不制冷"))
                .toList();
        Peer first = stream.connection();
        List<String> sent = all.stream().map(said -> stream.push(first, said)).toList();
        await().atMost(SOON).until(() -> stream.isAnswered(first, sent.get(24)));
        first.cut();
        await().atMost(SOON).until(() -> stream.connection() != first);
        // the platform heard the first twenty answers: it sends the others again, of which some are on disk
        all.subList(20, 50).forEach(said -> say(stream, said));

        await().atMost(SOON)
                .until(
                        () -> column(
                                "select distinct source_key from item where channel = ? and source_key like 'msgs%'"
                                        + " and format = 'chat' and state <> 'duplicate'",
                                "dingtalk-stream"),
                        keys -> keys.size() == 50);
        assertThat(column(
                        "select source_key from item where channel = ? and source_key like 'msgs%' and format = 'chat'"
                                + " and state <> 'duplicate'",
                        "dingtalk-stream"))
                .hasSize(50);
        assertThat(column(
                        "select source_key from item where channel = ? and source_key like 'msgs%' and state = 'duplicate'",
                        "dingtalk-stream"))
                .contains("msgs20", "msgs24");
    }

    @Test
    void a_form_with_a_phone_number_alone_is_acknowledged_by_a_text_message_and_its_receipt_is_in_the_history() {
        String number = fill("+86 138 0013 8001", "The kettle leaks");
        String text = text("+8613800138001");
        assertThat(text).contains(number, "/tickets/").doesNotContain("kettle leaks");

        twilio().report(address(twilio()), twilio().lastId(), true, "");
        twilio().report(address(twilio()), twilio().lastId(), true, "");

        assertThat(history(number))
                .containsOnlyOnce(
                        "acknowledged through channel twilio, 2 text messages", "delivered through channel twilio");
    }

    @Test
    void a_text_message_that_does_not_arrive_is_followed_by_the_next_way_exactly_once() {
        var line = PLATFORMS.named("line");
        String customer = "U0123456789abcdef0123456789abcd99";
        say(line, Said.text("sms-1", customer, "沙发颜色不对"));
        String number = ticketOfHandle(customer);
        await().atMost(SOON).until(() -> history(number).stream().anyMatch(what -> what.startsWith("acknowledged")));
        // LINE knows neither phone nor address: the ticket gets them as a system downstream would find them
        jdbc.sql(
                        "update ticket set document = jsonb_set(jsonb_set(document, '{customer,phones}', '[\"+8613800138002\"]'),"
                                + " '{customer,emails}', '[\"li@example.com\"]') where number = ?")
                .param(number)
                .update();
        line.answerNext(400, "{\"message\":\"blocked\"}");
        messages.toCustomer(
                number,
                "sms-test",
                new MessageContent("update", Map.of("kind", "note", "note", "Soon.", "remedy", ""), Map.of()),
                Instant.now());
        text("+8613800138002");
        String id = twilio().lastId();

        for (int again = 0; again < 3; again++) {
            assertThat(twilio().report(address(twilio()), id, false, "30003")).isEqualTo(200);
        }

        // a report may come before the hub has written down that it sent the message
        await().atMost(SOON).untilAsserted(() -> assertThat(history(number))
                .containsOnlyOnce("not delivered through channel twilio, code 30003; it goes by mail instead"));
        assertThat(column(
                        "select argument from due_work where ticket_number = ? and argument like 'by=mail;%'", number))
                .hasSize(1);
    }

    @Test
    void a_text_message_is_a_complaint_and_its_answer_a_follow_up_by_number_and_phone() {
        String phone = "+8613800138003";
        say(twilio(), Said.text("in-1", phone, "The lamp is broken"));
        String number = ticketOfHandle(phone);
        assertThat(text(phone)).contains(number);

        say(twilio(), Said.text("in-2", phone, "About " + number + ": it also smells"));
        say(twilio(), Said.text("in-3", "+8613900139003", "About " + number + ": I want the money"));

        await().atMost(SOON).until(() -> ticketsOf("+8613900139003").size() == 1);
        await().atMost(SOON).until(() -> history(number).stream().anyMatch(what -> what.startsWith("follow-up")));
        assertThat(ticketsOf(phone)).hasSize(1);
    }

    @Test
    void who_ends_text_messages_gets_none_until_asking_for_them_again() {
        String phone = "+8613800138004";
        say(twilio(), Said.text("stop-1", phone, "退订"));

        String first = fill(phone, "The door does not close");
        await().atMost(SOON)
                .until(() -> history(first).stream().anyMatch(what -> what.contains("wants no text messages")));
        assertThat(states("twilio")).contains("chat ignored");
        assertThat(twilio().sent()).noneMatch(sent -> sent.customer().equals(phone));

        say(twilio(), Said.text("stop-2", phone, "START"));
        String second = fill(phone, "The window does not close either");
        assertThat(text(phone)).contains(second);
    }

    @Test
    void aliyun_answers_a_text_message_by_its_approved_template() {
        var aliyun = PLATFORMS.gateways().get(1);
        say(aliyun, Said.text("4001", "13800138005", "空调不制冷"));

        String number = ticketOfHandle("+8613800138005");
        await().atMost(SOON).until(() -> !aliyun.sent().isEmpty());
        assertThat(aliyun.sent().get(0).text()).startsWith("SMS_1001 {\"number\":\"" + number + "\"");
    }

    private EmulatedGateway twilio() {
        return PLATFORMS.gateways().get(0);
    }

    private URI address(EmulatedPlatform platform) {
        return EmulatedPlatforms.address(hub(), platform);
    }

    /** The number that a complaint by form is told. */
    private String fill(String phone, String text) {
        var request = HttpRequest.newBuilder(hub().resolve("/complaints"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"Li\",\"phone\":\"%s\",\"text\":\"%s\",\"consent\":\"true\"}"
                                .formatted(phone, text)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Matcher number = Pattern.compile("R-[0-9]{6}-[0-9A-Z]{6}").matcher(answer.body());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    /** The last text message to a number. */
    private String text(String phone) {
        await(phone).atMost(SOON).until(() -> twilio().sent().stream()
                .anyMatch(sent -> sent.customer().equals(phone)));
        return twilio().sent().stream()
                .filter(sent -> sent.customer().equals(phone))
                .reduce((one, other) -> other)
                .orElseThrow()
                .text();
    }

    private String ticketOfHandle(String handle) {
        await(handle).atMost(SOON).until(() -> ticketsOf(handle).size() == 1);
        return ticketsOf(handle).get(0);
    }

    private List<String> ticketsOf(String handle) {
        return column(
                "select number from ticket where document -> 'customer' ->> 'handles' like '%' || ? || '%'", handle);
    }

    private List<String> history(String number) {
        return column("select what || ' ' || coalesce(why, '') from event where ticket_number = ? order by id", number);
    }

    private void say(EmulatedPlatform platform, Said said) {
        assertThat(platform.say(EmulatedPlatforms.address(hub(), platform), said))
                .as(platform.name())
                .isEqualTo(200);
    }

    private List<String> tickets(String channel) {
        return column(
                "select number from ticket where channel = ?"
                        + " and document -> 'customer' ->> 'handles' !~ 'burst|streamed'",
                channel);
    }

    /** How far the fetching of a ticket's files is, for whoever looks for the reason of a failure. */
    private String fetches(String number) {
        return String.join(
                "; ",
                column(
                        "select concat_ws(' ', state, attempts, note, leased_until) from due_work"
                                + " where kind = 'chat-media' and ticket_number = ?",
                        number));
    }

    private int attachments(String number) {
        return jdbc.sql(
                        "select jsonb_array_length(document -> 'complaint' -> 'attachments') from ticket where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private List<String> states(String channel) {
        return column("select format || ' ' || state from item where channel = ?", channel);
    }

    private List<String> column(String sql, String channel) {
        return jdbc.sql(sql).param(channel).query(String.class).list();
    }

    private URI hub() {
        return URI.create("http://localhost:" + port + "/");
    }
}
