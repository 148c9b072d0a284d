package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/platforms.md} shows. */
class PlatformDocsTest {

    private static final Pattern DESCRIPTION =
            Pattern.compile("```yaml\\n(# yaml-language-server: [^\\n]*platform[.]schema.*?)```", Pattern.DOTALL);

    @TempDir
    Path config;

    @Test
    void the_platform_of_the_documentation_is_as_its_examples_say() throws Exception {
        Matcher block = DESCRIPTION.matcher(Files.readString(Path.of("docs/platforms.md")));
        assertThat(block.find()).isTrue();
        Files.createDirectories(config.resolve("platforms"));
        Files.writeString(config.resolve("platforms/parcelchat.yaml"), block.group(1));

        assertThat(PlatformExamplesCheck.findings(config)).isEmpty();
        Platform platform = Platforms.read(Platforms.folder(config)).get("parcelchat");
        assertThat(platform.receiving()).containsExactly("secret");
        assertThat(platform.outbound().namesToSend()).contains("app", "app-key", "api");
    }
}
