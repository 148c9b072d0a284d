package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.ReceivedNotices;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.intake.ChatMessage;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;

/** What becomes of the requests of the platforms that are shipped. */
class PlatformChannelTest {

    private static final String SECRET = "example-app-secret-0001";
    private static final String RECEIPTS = """
            {"value": {"metadata": {"phone_number_id": "P9"}, "statuses": [{"id": "wamid.9", "status": "read"}]}}""";
    private static final Platforms PLATFORMS = Platforms.read(Path.of("config/platforms"));

    @Test
    void a_message_is_found_behind_the_receipts_of_another_number() {
        String body = "{\"entry\": [{\"changes\": [%s, %s]}]}".formatted(RECEIPTS, said("P1", "wamid.1"));

        assertThat(messages("whatsapp", body)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("leaks");
            assertThat(message.customer().handles()).containsExactly("whatsapp:P1/86139");
        });
    }

    @Test
    void a_message_is_found_behind_an_entry_without_any() {
        String body = "{\"entry\": [{\"changes\": []}, {\"changes\": [%s]}]}".formatted(said("P1", "wamid.1"));
        assertThat(messages("whatsapp", body)).extracting(ChatMessage::text).containsExactly("leaks");
    }

    @Test
    void what_a_customer_writes_to_two_accounts_are_two_conversations() {
        String body = "{\"entry\": [{\"changes\": [%s, %s]}]}".formatted(said("P1", "wamid.1"), said("P2", "wamid.2"));
        assertThat(messages("whatsapp", body))
                .extracting(ChatMessage::conversation)
                .containsExactly("P1/86139", "P2/86139");
    }

    @Test
    void a_button_that_is_told_again_later_has_its_id() {
        String pressed = """
                {"entry": [{"id": "A", "time": %s, "messaging": [{"sender": {"id": "42"}, "timestamp": 1795860000000,
                "postback": {"mid": "m_1", "title": "It leaks"}}]}]}""";
        for (String at : List.of("1795860000000", "1795860900000")) {
            assertThat(messages("messenger", pressed.formatted(at)))
                    .extracting(ChatMessage::sourceKey)
                    .containsExactly("m_1");
        }
    }

    @Test
    void a_channel_whose_secret_is_missing_believes_nobody() {
        for (String given : List.of("", " ")) {
            WebhookOutcome outcome = received(
                    "telegram",
                    Map.of(),
                    Map.of("x-telegram-bot-api-secret-token", given),
                    "{\"update_id\":1,\"message\":{\"from\":{\"id\":42},\"text\":\"x\"}}");
            assertThat(outcome).isInstanceOfSatisfying(WebhookResponse.class, answer -> assertThat(answer.status())
                    .isEqualTo(401));
        }
    }

    @Test
    void a_message_keeps_of_the_contacts_beside_it_only_its_own() {
        String body = """
                {"entry": [{"changes": [{"value": {"metadata": {"phone_number_id": "P1"},
                "contacts": [{"wa_id": "86138", "profile": {"name": "Li"}}, {"wa_id": "86139", "profile": {"name": "Wang"}},
                {"user_id": "u-7", "profile": {"name": "Ana"}}],
                "messages": [{"from": "86139", "id": "wamid.1", "type": "text", "text": {"body": "leaks"}},
                {"from": "86138", "id": "wamid.2", "type": "text", "text": {"body": "late"}},
                {"from_user_id": "u-7", "id": "wamid.3", "type": "text", "text": {"body": "broken"}}]}}]}]}""";

        assertThat(events("whatsapp", body)).hasSize(3).satisfies(events -> {
            assertThat(original(events.get(0))).contains("Wang", "86139").doesNotContain("Li", "86138", "Ana");
            assertThat(original(events.get(1))).contains("Li", "86138").doesNotContain("Wang", "86139", "Ana");
            assertThat(original(events.get(2))).contains("Ana", "u-7").doesNotContain("Wang", "Li");
        });
        assertThat(messages("whatsapp", body))
                .extracting(message -> message.customer().name())
                .containsExactly("Wang", "Li", "Ana");
    }

    @Test
    void a_message_that_comes_alone_keeps_nothing_of_other_customers_either() {
        String body = """
                {"entry": [{"changes": [{"value": {"metadata": {"phone_number_id": "P1"},
                "contacts": [{"wa_id": "86138", "profile": {"name": "Li"}}, {"wa_id": "86139", "profile": {"name": "Wang"}}],
                "statuses": [{"id": "wamid.8", "status": "read", "recipient_id": "86137"}],
                "messages": [{"from": "86139", "id": "wamid.1", "type": "text", "text": {"body": "leaks"}}]}},
                {"value": {"statuses": [{"id": "wamid.9", "status": "read", "recipient_id": "86136"}]}}]}]}""";
        assertThat(events("whatsapp", body)).singleElement().satisfies(event -> assertThat(original(event))
                .contains("Wang", "86139", "leaks")
                .doesNotContain("Li", "86138", "86137", "86136"));

        String alone = body.replaceAll(
                "(?s)\\{\"wa_id\": \"86138\".*?}}, |\"statuses\": \\[.*?],\\s|,\\s*\\{\"value\": \\{\"statuses.*?]}}",
                "");
        assertThat(events("whatsapp", alone)).singleElement().satisfies(event -> assertThat(original(event))
                .isEqualTo(alone));
    }

    @Test
    void a_key_that_is_missing_is_told_by_the_name_of_its_setting() {
        assertThat(received("line", Map.of(), Map.of("x-line-signature", "x"), "{}"))
                .isInstanceOfSatisfying(WebhookResponse.class, answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.refusal()).contains("line.channel-secret");
                });
    }

    private static String original(ReceivedEvent event) {
        return new String(event.original(), StandardCharsets.UTF_8);
    }

    private static String said(String account, String id) {
        return """
                {"value": {"metadata": {"phone_number_id": "%s"}, "messages": [{"from": "86139", "id": "%s",
                "timestamp": "1795860000", "type": "text", "text": {"body": "leaks"}}]}}""".formatted(account, id);
    }

    private static List<ReceivedEvent> events(String platform, String body) {
        String signature = "sha256=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmacHex(body);
        WebhookOutcome outcome =
                received(platform, Map.of("app-secret", SECRET), Map.of("x-hub-signature-256", signature), body);
        return ((ReceivedEvents) (outcome instanceof ReceivedNotices notices ? notices.rest() : outcome)).events();
    }

    private static List<ChatMessage> messages(String platform, String body) {
        return events(platform, body).stream()
                .map(event -> (ChatMessage) new PlatformNormalizer(PLATFORMS)
                        .read(
                                new RawMessage(
                                        "0197c0de-0000-7000-8000-000000000001",
                                        "RD-1",
                                        platform,
                                        PlatformNormalizer.FORMAT,
                                        Instant.parse("2026-11-28T10:00:02Z"),
                                        event.sourceKey(),
                                        event.attributes(),
                                        Original.inline(event.original())),
                                event.original()))
                .toList();
    }

    private static WebhookOutcome received(
            String platform, Map<String, String> settings, Map<String, String> headers, String body) {
        ChannelSettings own = key -> settings.get(key.substring(key.indexOf('.') + 1));
        var connected = new ConnectedPlatform(PLATFORMS, own, platform, platform, Clock.systemUTC());
        return new PlatformChannel(connected, Duration.ofMinutes(2), 1 << 20)
                .receive(headers, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
