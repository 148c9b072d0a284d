package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files short enough to be read in one go. */
class SourceSizeTest {

    @Test
    void java_files_have_at_most_200_lines() throws IOException {
        assertThat(longer(Path.of("src/main/java"), ".java", 200)).isEmpty();
    }

    @Test
    void half_of_the_java_files_have_at_most_60_lines() throws IOException {
        List<Integer> sizes = files(Path.of("src/main/java"), ".java").stream()
                .map(SourceSizeTest::lines)
                .sorted()
                .toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(60);
    }

    @Test
    void route_files_have_at_most_60_lines() throws IOException {
        assertThat(longer(Path.of("routes"), ".camel.yaml", 60)).isEmpty();
    }

    @Test
    void kamelets_have_at_most_80_lines_with_the_description_of_their_properties() throws IOException {
        assertThat(longer(Path.of("routes/kamelets"), ".kamelet.yaml", 80)).isEmpty();
    }

    @Test
    void channels_have_at_most_12_lines() throws IOException {
        assertThat(longer(Path.of("routes/channels"), ".camel.yaml", 12)).isEmpty();
    }

    private static List<String> longer(Path folder, String ending, int most) throws IOException {
        List<Path> files = files(folder, ending);
        assertThat(files).as("files of " + folder).isNotEmpty();
        return files.stream()
                .filter(file -> lines(file) > most)
                .map(file -> file + " has " + lines(file) + " lines")
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
