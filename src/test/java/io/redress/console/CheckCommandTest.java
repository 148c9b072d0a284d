package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @AfterEach
    void forget() {
        System.clearProperty("redress.routes-dir");
        System.clearProperty("redress.config-dir");
    }

    @Test
    void what_we_ship_has_no_findings() {
        Run run = Run.of("check");
        assertThat(run.lines()).singleElement().asString().matches("\\d\\d files checked, 0 problems");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void each_area_tells_of_its_mistakes_with_file_line_and_remedy(@TempDir Path folder) throws IOException {
        copy(Path.of("routes"), folder.resolve("routes"));
        copy(Path.of("config"), folder.resolve("config"));
        System.setProperty("redress.routes-dir", folder.resolve("routes").toString());
        System.setProperty("redress.config-dir", folder.resolve("config").toString());
        edit(folder.resolve("routes/channels/call-center.camel.yaml"), "mapping: call-center", "mapping: call-centre");
        edit(folder.resolve("config/categories.yaml"), " queue:", " quue:");
        edit(folder.resolve("config/mappings/asterisk-cdr.yaml"), "complaint.", "complant.");

        Run run = Run.of("check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .anyMatch(line ->
                        line.matches(".*/call-center\\.camel\\.yaml:\\d+: there is no mapping 'call-centre' in .*"
                                + " → did you mean 'call-center'\\?.*"))
                .anyMatch(line -> line.matches(".*/categories\\.yaml:\\d+: unknown key 'quue' → .*queue.*"))
                .anyMatch(line -> line.matches(".*/asterisk-cdr\\.yaml:\\d+: .*complant.*→.*"))
                .last()
                .asString()
                .endsWith("3 problems");
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
