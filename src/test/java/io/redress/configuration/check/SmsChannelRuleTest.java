package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import io.redress.routes.SettingsCatalog;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsChannelRuleTest {

    @TempDir
    Path config;

    private final Map<String, String> settings = new HashMap<>(Map.of("twilio.enabled", "true"));

    @BeforeEach
    void the_shipped_platforms_are_there() throws IOException {
        FileUtils.copyDirectory(
                Path.of("config/platforms").toFile(),
                config.resolve("platforms").toFile());
    }

    @Test
    void a_gateway_that_is_switched_on_has_no_finding_and_neither_has_a_shop_without_text_messages()
            throws IOException {
        assertThat(findings("twilio")).isEmpty();
        Files.writeString(config.resolve("replies.yaml"), "fallback: [mail]\n");
        assertThat(check()).isEmpty();
    }

    @Test
    void a_channel_that_is_not_there_is_told_by_its_line() throws IOException {
        assertThat(findings("twilo")).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(config.resolve("replies.yaml"));
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.problem()).isEqualTo("no channel 'twilo' sends text messages");
            assertThat(finding.remedy()).contains("routes/channels/twilo.camel.yaml");
        });
    }

    @Test
    void a_chat_is_not_a_gateway() throws IOException {
        assertThat(findings("line")).singleElement().satisfies(finding -> assertThat(finding.problem())
                .isEqualTo("channel 'line' is not that of a gateway: LINE sends no text messages"));
    }

    @Test
    void a_gateway_that_is_switched_off_sends_nothing() throws IOException {
        settings.put("twilio.enabled", "false");

        assertThat(findings("twilio")).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("twilio: {enabled: true}"));
    }

    private List<Finding> findings(String channel) throws IOException {
        Files.writeString(config.resolve("replies.yaml"), "texts: {to: [\"+86\"]}\nsms: " + channel + "\n");
        return check();
    }

    private List<Finding> check() {
        var routes = RouteSet.parse(new RouteFiles(Path.of("routes")).texts());
        return new SmsChannelRule(config, new SettingsCatalog(settings)).check(routes);
    }
}
