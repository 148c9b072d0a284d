package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.platform.stream.StreamExamplesCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The platforms that are shipped. */
class PlatformExamplesTest {

    @Test
    void the_examples_of_every_shipped_platform_are_as_they_say() {
        assertThat(Platforms.read(Path.of("config/platforms")).all().keySet())
                .containsExactlyInAnyOrder(
                        "aliyun-sms",
                        "dingtalk",
                        "feishu",
                        "kf",
                        "line",
                        "messenger",
                        "official-account",
                        "slack",
                        "telegram",
                        "twilio",
                        "wecom",
                        "whatsapp");
        assertThat(PlatformExamplesCheck.findings(Path.of("config"))).isEmpty();
        assertThat(StreamExamplesCheck.findings(Path.of("config"))).isEmpty();
    }
}
