package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files short enough to be read in one go. */
class SourceSizeTest {

    @Test
    void java_files_have_at_most_200_lines() throws IOException {
        assertThat(longer(Path.of("src/main/java"), ".java", 200)).isEmpty();
    }

    @Test
    void packages_have_at_most_25_files() throws IOException {
        Map<Path, Long> sizes = files(Path.of("src/main/java"), ".java").stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        sizes.values().removeIf(size -> size <= 25);
        assertThat(sizes).isEmpty();
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

    /** Templates are left out: what is a line there is a line of the message. */
    @Test
    void rules_have_lines_of_at_most_160_characters() throws IOException {
        Path config = Path.of("config");
        List<String> wide = new ArrayList<>();
        for (String ending : List.of(".yaml", ".json", ".css")) {
            for (Path file : files(config, ending)) {
                wide.addAll(wider(file, 160));
            }
        }
        assertThat(files(config, ".yaml")).hasSizeGreaterThan(20);
        assertThat(wide).isEmpty();
    }

    private static List<String> wider(Path file, int most) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > most)
                .mapToObj(i -> file + ":" + (i + 1) + " has " + lines.get(i).length() + " characters")
                .toList();
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
