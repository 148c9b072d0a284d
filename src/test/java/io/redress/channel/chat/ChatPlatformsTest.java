package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.chat.platform.ChatPull;
import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.outbound.PulledPage;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.MediaReference;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.sandbox.platform.EmulatedDingTalkStream;
import io.redress.sandbox.platform.EmulatedKf;
import io.redress.sandbox.platform.EmulatedPlatform;
import io.redress.sandbox.platform.EmulatedPlatform.Said;
import io.redress.sandbox.platform.EmulatedPlatform.Sent;
import io.redress.sandbox.platform.EmulatedPlatforms;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every platform of {@code config/platforms} both ways over real HTTP, with an emulator of the vendor at the other end. */
class ChatPlatformsTest extends PlatformsOverHttp {

    @Autowired
    private Platforms descriptions;

    static Stream<String> all() {
        return PLATFORMS.all().stream().map(EmulatedPlatform::name);
    }

    /** Those that bring the messages, and do not wait until they are asked. */
    static Stream<String> pushing() {
        return all().filter(name -> !name.equals("kf"));
    }

    /** Those whose messages come by request. */
    static Stream<String> requesting() {
        return all().filter(name -> !name.equals("dingtalk-stream"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_check_of_the_address_passes(String name) {
        assertThat(PLATFORMS.named(name).handshake(hub(name))).isTrue();
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pushing")
    void a_message_is_handed_off_with_its_id_and_read_as_what_its_customer_said(String name) {
        Instant at = Instant.parse("2026-11-28T10:00:00Z");
        var said = new Said("1001", EmulatedPlatforms.CUSTOMERS.get(name), "水壶漏水，\"盖子\" <坏了>", "", at);

        assertThat(PLATFORMS.named(name).say(hub(name), said)).isEqualTo(200);

        RawMessage raw = handOff.handedOff().get(0);
        assertThat(raw.format()).isEqualTo("chat");
        assertThat(raw.sourceKey()).isNotEmpty().doesNotStartWith("sha256:");
        ChatMessage message = (ChatMessage) read(raw);
        assertThat(message.text()).isEqualTo("水壶漏水，\"盖子\" <坏了>");
        assertThat(message.customer().handles())
                .singleElement()
                .asString()
                .startsWith(name + ":")
                .endsWith(EmulatedPlatforms.CUSTOMERS.get(name));
        assertThat(message.sentAt()).isEqualTo(at);
        assertThat(message.quietTime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(message.sourceKey()).isEqualTo(raw.sourceKey());
    }

    @ParameterizedTest
    @MethodSource("pushing")
    void a_repeat_has_the_same_id_and_another_message_another(String name) {
        EmulatedPlatform platform = PLATFORMS.named(name);
        var said = Said.text("2001", EmulatedPlatforms.CUSTOMERS.get(name), "漏水");
        platform.say(hub(name), said);
        platform.say(hub(name), said);
        platform.say(hub(name), Said.text("2002", EmulatedPlatforms.CUSTOMERS.get(name), "漏水"));

        assertThat(handOff.handedOff()).hasSize(3);
        List<String> keys =
                handOff.handedOff().stream().map(RawMessage::sourceKey).toList();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @ParameterizedTest
    @MethodSource("requesting")
    void what_nobody_signed_is_refused(String name) throws Exception {
        HttpRequest genuine =
                PLATFORMS.named(name).genuine(hub(name), Said.text("3001", EmulatedPlatforms.CUSTOMERS.get(name), "x"));
        var unsigned =
                HttpRequest.newBuilder(hub(name)).POST(genuine.bodyPublisher().orElseThrow());
        assertThat(status(unsigned)).isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(hub(name)))).isIn(401, 403, 405);
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "whatsapp", "messenger", "slack", "feishu", "wecom", "official-account", "kf"})
    void another_body_under_a_genuine_signature_is_refused(String name) throws Exception {
        HttpRequest genuine =
                PLATFORMS.named(name).genuine(hub(name), Said.text("3002", EmulatedPlatforms.CUSTOMERS.get(name), "x"));
        var forged = HttpRequest.newBuilder(genuine.uri());
        genuine.headers().map().forEach((header, values) -> forged.header(header, values.get(0)));
        for (String body : List.of("{}", "{\"encrypt\":\"AAAA\"}", "<xml><Encrypt>AAAA</Encrypt></xml>", "[1]")) {
            assertThat(status(forged.POST(HttpRequest.BodyPublishers.ofString(body))))
                    .as(body)
                    .isEqualTo(401);
        }
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack:400:-400", "dingtalk:3700:-3700"})
    void an_old_signature_and_one_of_tomorrow_are_refused(String example) {
        String[] parts = example.split(":");
        for (int i = 1; i < 3; i++) {
            Instant at = Instant.now().plusSeconds(Long.parseLong(parts[i]));
            assertThat(PLATFORMS.named(parts[0]).sayAt(hub(parts[0]), at, Said.text("4001", "u", "x")))
                    .isEqualTo(401);
        }
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "whatsapp", "messenger"})
    void the_messages_of_one_request_stay_with_their_customers(String name) {
        String second = EmulatedPlatforms.CUSTOMERS.get(name).replaceFirst(".$", "9");
        PLATFORMS
                .named(name)
                .say(
                        hub(name),
                        Said.text("5001", EmulatedPlatforms.CUSTOMERS.get(name), "one"),
                        Said.text("5002", second, "two"),
                        Said.text("5003", EmulatedPlatforms.CUSTOMERS.get(name), "three"));

        List<ChatMessage> read =
                handOff.handedOff().stream().map(raw -> (ChatMessage) read(raw)).toList();
        assertThat(read).extracting(ChatMessage::text).containsExactly("one", "two", "three");
        assertThat(read.get(0).conversation())
                .isEqualTo(read.get(2).conversation())
                .isNotEqualTo(read.get(1).conversation());
        if (name.equals("whatsapp")) {
            assertThat(read.get(1).customer().name()).isEqualTo("Customer " + second);
            assertThat(read.get(1).customer().phones()).containsExactly("+" + second);
        }
    }

    @ParameterizedTest
    @MethodSource("pushing")
    void the_platform_is_asked_to_send_again_when_the_broker_is_away(String name) {
        handOff.breakDown();
        ((EmulatedDingTalkStream) PLATFORMS.named("dingtalk-stream")).wait(Duration.ofMillis(300));
        assertThat(PLATFORMS.named(name).say(hub(name), Said.text("6001", EmulatedPlatforms.CUSTOMERS.get(name), "x")))
                .isEqualTo(503);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_answer_reaches_the_customer_and_a_token_that_ended_is_renewed_in_the_same_try(String name) {
        EmulatedPlatform platform = PLATFORMS.named(name);
        reply(name, "已受理 & <工单>");
        int given = platform.tokensGiven();
        platform.endTokens();
        reply(name, "二");

        assertThat(platform.sent())
                .endsWith(
                        new Sent(EmulatedPlatforms.CUSTOMERS.get(name), "已受理 & <工单>"),
                        new Sent(EmulatedPlatforms.CUSTOMERS.get(name), "二"));
        assertThat(platform.tokensGiven() - given).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "feishu", "kf"})
    void a_message_that_is_tried_again_is_not_shown_twice(String name) {
        var again = new ChatReply(UUID.randomUUID().toString(), handle(name), "once");
        camel.sendBody("direct:reply-" + name, again);
        camel.sendBody("direct:reply-" + name, again);

        assertThat(PLATFORMS.named(name).sent().stream()
                        .filter(sent -> sent.text().equals("once")))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_platform_that_is_down_or_speaks_in_riddles_gets_the_message_later(String name) {
        PLATFORMS.named(name).answerNext(503, "<html>down</html>");
        assertThatThrownBy(() -> reply(name, "later")).hasCauseInstanceOf(ReplyDelayed.class);
        PLATFORMS.named(name).answerNext(429, "{}");
        assertThatThrownBy(() -> reply(name, "later")).hasCauseInstanceOf(ReplyDelayed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slack|{\"ok\":false,\"error\":\"channel_not_found\"}",
                "wecom|{\"errcode\":81013,\"errmsg\":\"x\"}",
                "kf|{\"errcode\":95001,\"errmsg\":\"x\"}",
                "official-account|{\"errcode\":45015,\"errmsg\":\"x\"}",
                "feishu|{\"code\":230013,\"msg\":\"x\"}",
                "dingtalk|{\"invalidStaffIdList\":[\"zhangsan\"],\"flowControlledStaffIdList\":[]}"
            })
    void an_error_in_a_200_is_an_error(String example) {
        String[] parts = example.split("\\|");
        PLATFORMS.named(parts[0]).answerNext(200, parts[1]);
        assertThatThrownBy(() -> reply(parts[0], "never")).hasCauseInstanceOf(ReplyRefused.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_photo_is_a_message_whose_file_is_fetched(String name) {
        if (name.equals("kf")) {
            return; // its messages come by the pull
        }
        PLATFORMS.named(name).say(hub(name), Said.photo("7001", EmulatedPlatforms.CUSTOMERS.get(name), "p1"));
        ChatMessage message = (ChatMessage) read(handOff.handedOff().get(0));
        assertThat(message.text()).startsWith("[");
        MediaReference media = message.media().get(0);

        byte[] bytes = (byte[]) camel.requestBody("direct:reply-" + name, media);

        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_notice_is_noted_and_its_messages_are_pulled_page_by_page() {
        var kf = (EmulatedKf) PLATFORMS.named("kf");
        String others = behindAllThatIsKept();
        for (int i = 1; i <= 25; i++) {
            kf.keep(Said.text("k" + i, "wm" + i % 3, "text " + i));
        }
        assertThat(kf.say(hub("kf"), Said.photo("k26", "wm1", "p1"))).isEqualTo(200);
        assertThat(pulls.wanted()).singleElement().satisfies(wanted -> {
            assertThat(wanted.channel()).isEqualTo("kf");
            assertThat(wanted.notice().account()).isEqualTo("wk1");
            assertThat(wanted.notice().noticeToken()).isEqualTo("permit-1");
        });

        PulledPage first = (PulledPage) camel.requestBody("direct:reply-kf", pull(others));
        PulledPage second = (PulledPage) camel.requestBody("direct:reply-kf", pull(first.cursor()));

        assertThat(first.items()).hasSize(20);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).hasSize(6);
        assertThat(second.more()).isFalse();
    }

    /** Other tests leave messages at the platform. */
    private String behindAllThatIsKept() {
        String cursor = "";
        boolean more = true;
        while (more) {
            PulledPage page = (PulledPage) camel.requestBody("direct:reply-kf", pull(cursor));
            cursor = page.cursor();
            more = page.more();
        }
        return cursor;
    }

    private static ChatPull pull(String cursor) {
        return new ChatPull("kf", "kf", "wk1", cursor, "permit-1", Duration.ofMinutes(2), Instant.now(), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/a.jpg",
                "http://127.0.0.1:9/a.jpg",
                "https://fbcdn.net.evil.example.com/a",
                "file:///etc/passwd",
                "https://user@x.fbcdn.net/a",
                "https://x.fbcdn.net:8443/a"
            })
    void a_file_is_fetched_from_the_platforms_hosts_alone(String address) {
        var media = new MediaReference("messenger", address, "image", null, Map.of());
        assertThatThrownBy(() -> camel.requestBody("direct:reply-messenger", media))
                .hasRootCauseMessage("its address is on a host that the platform's file does not allow");
    }

    private NormalizationResult read(RawMessage raw) {
        NormalizationResult result =
                new PlatformNormalizer(descriptions).read(raw, raw.original().inline());
        assertThat(result).isInstanceOfAny(ChatMessage.class, CanonicalComplaint.class);
        return result;
    }

    private void reply(String name, String text) {
        camel.sendBody("direct:reply-" + name, new ChatReply(UUID.randomUUID().toString(), handle(name), text));
    }

    private static String handle(String name) {
        String account =
                Map.of("whatsapp", "P1/", "messenger", "PAGE1/", "kf", "wk1/").getOrDefault(name, "");
        return name + ":" + account + EmulatedPlatforms.CUSTOMERS.get(name);
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
