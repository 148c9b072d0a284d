package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.delivery.TargetRefused;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.intake.MediaReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where files are fetched whose address is in the message. */
class PlatformFilesTest {

    private static final Platforms PLATFORMS = Platforms.read(Path.of("config/platforms"));

    /** Slack lets whoever shares a file of another server choose its address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://slack.com/api/auth.revoke",
                "https://slack.com/api/chat.postMessage?channel=C1&text=x",
                "https://slack.com//api/auth.revoke",
                "https://SLACK.com/%61pi/auth.revoke"
            })
    void a_message_cannot_name_a_call_of_the_platforms_api_as_its_file(String address) {
        assertThatThrownBy(() -> request(Map.of("slack.bot-token", "xoxb-1"), address))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("host");
    }

    @Test
    void files_come_from_the_platforms_hosts_and_from_a_server_that_the_channel_names() {
        String trial = "http://127.0.0.1:8099";
        Map<String, String> ofTrial = Map.of("slack.bot-token", "xoxb-1", "slack.api", trial + "/api");

        assertThat(request(Map.of("slack.bot-token", "xoxb-1"), "https://files.slack.com/f")
                        .url())
                .isEqualTo("https://files.slack.com/f");
        assertThat(request(ofTrial, trial + "/files/f").url()).isEqualTo(trial + "/files/f");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void an_id_that_leads_to_another_path_is_none(String id) {
        var line = new ConnectedPlatform(
                PLATFORMS, Map.of("line.access-token", "t")::get, "line", "line", Clock.systemUTC());
        var media = new MediaReference("line", id, "image", null, Map.of());
        assertThatThrownBy(() -> line.current().client().fetch(media)).isInstanceOf(TargetRefused.class);
    }

    private static DialogueRequest request(Map<String, String> settings, String address) {
        var connected = new ConnectedPlatform(PLATFORMS, settings::get, "slack", "slack", Clock.systemUTC());
        var media = new MediaReference("slack", address, "file", null, Map.of());
        return connected.current().client().fetch(media).getRequest();
    }
}
