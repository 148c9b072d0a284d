package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Files short enough to be read in one go. */
class SourceSizeTest {

    /** A description, or parameters, with the lines that stand further in. */
    private static final Pattern TEXTS_AND_VALUES =
            Pattern.compile("(?m)^( +)(?:description|parameters):.*\\n(?:\\1 +.*\\n)*");

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

    /** Kamelets have no limit of lines: each property takes as many as it has facts, and a limit only made lines wide. */
    @Test
    void routes_and_kamelets_have_lines_of_at_most_140_characters() throws IOException {
        List<Path> files = files(Path.of("routes"), ".yaml");
        List<String> wide = new ArrayList<>();
        for (Path file : files) {
            wide.addAll(wider(file, 140));
        }
        assertThat(files).hasSizeGreaterThan(40);
        assertThat(wide).isEmpty();
    }

    /** So that an edit of one fact touches no other. */
    @Test
    void kamelets_are_written_in_block_style() throws IOException {
        List<Path> kamelets = files(Path.of("routes/kamelets"), ".kamelet.yaml");
        List<String> braces = new ArrayList<>();
        for (Path file : kamelets) {
            maps(new Yaml().compose(Files.newBufferedReader(file)))
                    .filter(map -> map.getFlowStyle() == FlowStyle.FLOW
                            && !map.getValue().isEmpty())
                    .forEach(map -> braces.add(file + ":" + (map.getStartMark().getLine() + 1)));
        }
        assertThat(kamelets).hasSizeGreaterThan(15);
        assertThat(braces).isEmpty();
    }

    @Test
    void channels_have_at_most_12_lines_beside_their_description_and_the_parameters_of_their_kamelet()
            throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : files(Path.of("routes/channels"), ".camel.yaml")) {
            long lines = TEXTS_AND_VALUES
                    .matcher(Files.readString(file))
                    .replaceAll("")
                    .lines()
                    .count();
            assertThat(lines).as(file + " without them").isGreaterThan(4);
            if (lines > 12) {
                longer.add(file + " has " + lines + " lines");
            }
        }
        assertThat(longer).isEmpty();
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

    private static Stream<MappingNode> maps(Node node) {
        if (node instanceof MappingNode map) {
            return Stream.concat(Stream.of(map), map.getValue().stream().flatMap(entry -> maps(entry.getValueNode())));
        }
        return node instanceof SequenceNode list ? list.getValue().stream().flatMap(SourceSizeTest::maps) : Stream.of();
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
