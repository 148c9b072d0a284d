package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.platform.PlatformExamplesCheck;
import io.redress.configfile.Finding;
import io.redress.routes.SettingsCatalog;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of a chat channel whose settings are not there, or are not what they should be. */
class ChatSettingsRuleTest {

    private static final Path CONFIG = Path.of("config");
    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String CHANNEL = """
            - route:
                id: shop
                precondition: "{{shop.enabled}}"
                from:
                  uri: kamelet:chat-source
                  parameters:
                    channel: shop
                    platform: %1$s
                  steps: [{to: direct:hand-off}]
            - route:
                id: shop-reply
                precondition: "{{shop.enabled}}"
                from:
                  uri: direct:reply-shop
                  steps: [{to: "kamelet:chat-sink?channel=shop&platform=%1$s"}]
            """;

    private final Map<String, String> settings = new HashMap<>(Map.of("shop.enabled", "true"));

    @Test
    void a_channel_that_has_all_its_settings_has_no_finding() {
        settings.putAll(Map.of("shop.channel-secret", "s", "shop.access-token", "t"));
        assertThat(findings("line")).isEmpty();
    }

    @Test
    void a_setting_that_is_not_there_is_told_where_it_is_used_with_where_to_find_it_and_where_to_write_it() {
        settings.put("shop.access-token", " ");
        assertThat(findings("line"))
                .containsExactly(
                        "8: nothing is set for shop.channel-secret, the Channel secret (LINE Developers › Basic settings)"
                                + " → write it into the file config/secrets/shop.channel-secret (mode 0600),"
                                + " which needs no restart, or set the variable SHOP_CHANNEL_SECRET",
                        "15: nothing is set for shop.access-token, the Channel access token (long-lived)"
                                + " (LINE Developers › Messaging API) → write it into the file"
                                + " config/secrets/shop.access-token (mode 0600), which needs no restart,"
                                + " or set the variable SHOP_ACCESS_TOKEN");
    }

    @Test
    void what_is_no_secret_is_written_into_the_settings() {
        settings.putAll(Map.of("shop.token", "t", "shop.encoding-aes-key", KEY, "shop.secret", "s"));
        settings.put("shop.agent-id", "1000002");
        assertThat(findings("wecom")).hasSize(2).allSatisfy(finding -> assertThat(finding)
                .contains("nothing is set for shop.corp-id, the 企业ID (我的企业 › 企业信息)")
                .endsWith("→ set shop.corp-id in config/application.yaml, or the variable SHOP_CORP_ID"));
    }

    @Test
    void a_value_that_was_copied_in_part_is_told_without_being_shown() {
        settings.putAll(Map.of("shop.token", "t", "shop.corp-id", "ww1", "shop.secret", "s"));
        settings.putAll(Map.of("shop.encoding-aes-key", KEY.substring(1), "shop.agent-id", "1000002"));
        assertThat(findings("wecom")).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith(
                        "8: shop.encoding-aes-key is not what EncodingAESKey looks like → copy it again: EncodingAESKey")
                .doesNotContain(KEY.substring(1)));
    }

    @Test
    void of_two_secrets_while_one_is_replaced_each_must_look_right() {
        settings.putAll(Map.of("shop.token", "t", "shop.corp-id", "ww1", "shop.secret", "s"));
        settings.put("shop.agent-id", "1000002");
        settings.put("shop.encoding-aes-key", KEY + " " + KEY);
        assertThat(findings("wecom")).isEmpty();
        settings.put("shop.encoding-aes-key", KEY + " short");
        assertThat(findings("wecom")).hasSize(1);
    }

    @Test
    void the_words_of_an_example_are_not_taken_for_secrets() {
        settings.putAll(Map.of("shop.channel-secret", "the Channel secret", "shop.access-token", "old new"));
        assertThat(findings("line"))
                .containsExactly(
                        "8: shop.channel-secret has blanks in it: it would be 3 secrets → copy the value in place"
                                + " of an example's words: Channel secret (LINE Developers › Basic settings); while it is being"
                                + " replaced, it may hold two values with a blank between them");
    }

    @Test
    void a_channel_by_stream_needs_what_opens_its_connection_and_nothing_that_proves_requests() {
        settings.put("shop.bot-token", "xoxb-1");
        assertThat(findings("slack", "chat-stream-source"))
                .singleElement()
                .asString()
                .startsWith("8: nothing is set for shop.app-token, the App-Level Token (connections:write)");
        settings.put("shop.app-token", "xapp-1");
        assertThat(findings("slack", "chat-stream-source")).isEmpty();
    }

    @Test
    void a_platform_without_a_stream_is_told_at_the_channel_that_takes_one() {
        settings.putAll(Map.of("shop.channel-secret", "s", "shop.access-token", "t"));
        assertThat(findings("line", "chat-stream-source"))
                .containsExactly("8: platform 'line' does not send by stream"
                        + " → write kamelet:chat-source, and enter the hub's address at the platform");
    }

    @Test
    void a_channel_that_is_switched_off_needs_no_settings() {
        settings.put("shop.enabled", "false");
        assertThat(findings("line")).isEmpty();
    }

    @Test
    void a_platform_that_is_not_there_is_another_rule_s() {
        assertThat(findings("lime")).isEmpty();
    }

    @Test
    void the_names_of_all_chat_settings_are_known_so_that_a_misspelt_one_is_told(@TempDir Path folder)
            throws Exception {
        Path channels = Files.createDirectories(folder.resolve("channels"));
        Files.writeString(channels.resolve("shop.camel.yaml"), CHANNEL.formatted("line"));
        assertThat(ChatSettingsRule.settings(RouteSet.parse(new RouteFiles(folder).texts()), CONFIG))
                .containsExactly("shop.access-token", "shop.api", "shop.channel-secret", "shop.data-api");
    }

    @Test
    void a_mistake_in_the_file_of_another_platform_hides_nothing(@TempDir Path folder) throws Exception {
        Path platforms = Files.createDirectories(folder.resolve("platforms"));
        Files.copy(CONFIG.resolve("platforms/line.yaml"), platforms.resolve("line.yaml"));
        Files.writeString(platforms.resolve("broken.yaml"), "silence: {}");
        RouteSet routes = RouteSet.parse(Map.of(Path.of("routes/channels/shop.camel.yaml"), CHANNEL.formatted("line")));
        assertThat(new ChatSettingsRule(folder, new SettingsCatalog(settings)).check(routes))
                .hasSize(2);
        assertThat(PlatformExamplesCheck.findings(folder)).isEmpty();
        String line = Files.readString(platforms.resolve("line.yaml"));
        Files.writeString(platforms.resolve("line.yaml"), line.replaceFirst("messages: \\d+", "messages: 9"));
        assertThat(PlatformExamplesCheck.findings(folder)).isNotEmpty();
    }

    @Test
    void channels_are_judged_again_when_a_platform_s_file_wants_another_setting(@TempDir Path folder) throws Exception {
        Path platforms = Files.createDirectories(folder.resolve("platforms"));
        String line = Files.readString(CONFIG.resolve("platforms/line.yaml"));
        Files.writeString(platforms.resolve("line.yaml"), line);
        var rule = new ChatSettingsRule(folder, new SettingsCatalog(settings));
        Object before = rule.basis();
        assertThat(rule.basis()).isEqualTo(before);
        Files.writeString(
                platforms.resolve("line.yaml"), line.replace("settings:\n", "settings:\n  shop-id: {title: Shop}\n"));
        assertThat(rule.basis()).isNotEqualTo(before);
    }

    private List<String> findings(String platform) {
        return findings(platform, "chat-source");
    }

    private List<String> findings(String platform, String source) {
        String channel = CHANNEL.formatted(platform).replace("kamelet:chat-source", "kamelet:" + source);
        RouteSet routes = RouteSet.parse(Map.of(Path.of("routes/channels/shop.camel.yaml"), channel));
        return new ChatSettingsRule(CONFIG, new SettingsCatalog(settings))
                .check(routes).stream().map(ChatSettingsRuleTest::words).toList();
    }

    private static String words(Finding finding) {
        return finding.line() + ": " + finding.problem() + " → " + finding.remedy();
    }
}
