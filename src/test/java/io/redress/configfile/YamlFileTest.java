package io.redress.configfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

    @TempDir
    Path folder;

    @Test
    void a_tag_of_a_class_is_refused_with_its_file_and_line() throws IOException {
        assertThat(refusal("- a: b\n- !!java.io.File [x]\n")).contains("alerts.yaml:2", "java.io.File");
        assertThat(refusal("a: &a {b: 1}\nc: [*a, *a, {d: !!javax.Script 1}]\n"))
                .contains("javax.Script");
        assertThat(refusal("a: !!str 5\nb: '!!java.io.File'\n")).startsWith("read: ");
    }

    @Test
    void aliases_that_multiply_are_refused_in_words_of_the_file() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9), i - 1));
        }
        assertThat(refusal(bomb.toString())).contains("alerts.yaml", "aliases").doesNotContain("YAMLException");
    }

    @Test
    void a_pipe_or_a_device_in_the_place_of_a_file_is_told_and_not_waited_for() throws IOException {
        Path file = Files.createTempDirectory("rdr").resolve("alerts.yaml");
        try (var open = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            open.bind(UnixDomainSocketAddress.of(file));
            assertThatThrownBy(() -> YamlFile.read(file, Map.class)).hasMessageContaining("pipe");
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
    }

    @Test
    void of_a_file_without_end_the_beginning_is_read() throws IOException {
        Path file = folder.resolve("alerts.yaml");
        try (var out = Files.newOutputStream(file)) {
            byte[] much =
                    "# nothing but comments, line after line\n".repeat(25_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 30; i++) {
                out.write(much);
            }
        }
        assertThat(ConfigText.read(file).length()).isLessThan(20_000_000);
        assertThatThrownBy(() -> YamlFile.read(file, Map.class)).isInstanceOf(InvalidConfiguration.class);
    }

    private String refusal(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("alerts.yaml"), yaml);
        try {
            return "read: " + YamlFile.read(file, JsonNode.class).value();
        } catch (InvalidConfiguration e) {
            return String.valueOf(e.getMessage());
        }
    }
}
