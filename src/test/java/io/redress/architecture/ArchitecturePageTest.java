package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} shows the routes and packages that there are. */
class ArchitecturePageTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path PACKAGES = Path.of("src/main/java/io/redress");
    private static final String ENDING = ".camel.yaml";

    private static final Pattern ARROW = Pattern.compile("(?m)^ {2}(\\d\\d-[a-z-]+) --> (\\d\\d-[a-z-]+)$");
    private static final Pattern BOX = Pattern.compile("\\b\\d\\d-[a-z-]+[a-z]\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");

    @Test
    void each_file_of_the_flow_is_a_box() throws IOException {
        Set<String> files =
                flow().stream().map(ArchitecturePageTest::stem).collect(Collectors.toCollection(TreeSet::new));
        assertThat(all(BOX, diagram(), 0)).isEqualTo(files);
    }

    @Test
    void each_call_and_queue_from_file_to_file_is_an_arrow() throws IOException {
        Map<String, String> takes = new TreeMap<>();
        for (Path file : flow()) {
            endpoints(file, true).forEach(endpoint -> takes.put(endpoint, stem(file)));
        }
        Set<String> arrows = new TreeSet<>();
        for (Path file : flow()) {
            for (String endpoint : endpoints(file, false)) {
                String to = takes.get(endpoint);
                if (to != null && !to.equals(stem(file))) {
                    arrows.add(stem(file) + " --> " + to);
                }
            }
        }
        assertThat(all(ARROW, diagram(), 0).stream().map(String::strip)).containsExactlyElementsOf(arrows);
    }

    @Test
    void each_package_is_a_row() throws IOException {
        try (Stream<Path> files = Files.walk(PACKAGES)) {
            Set<String> names = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> PACKAGES.relativize(file).getName(0).toString())
                    .filter(name -> !name.endsWith(".java"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(all(ROW, page(), 1)).isEqualTo(names);
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/architecture.md"));
    }

    private static String diagram() throws IOException {
        String way = page().split("## Processing flow\n")[1];
        return way.substring(way.indexOf("```mermaid"), way.indexOf("```\n", way.indexOf("```mermaid") + 3));
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> flow() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replace(ENDING, "");
    }

    /** What a file's routes begin with, or else send to; without the options. */
    private static Set<String> endpoints(Path file, boolean from) throws IOException {
        JsonNode routes = new YAMLMapper().readTree(file.toFile());
        Set<String> beginnings = new TreeSet<>();
        routes.findValues("from").forEach(node -> beginnings.add(endpoint(node)));
        if (from) {
            return beginnings;
        }
        Set<String> ends = new TreeSet<>();
        Stream.of("to", "toD", "wireTap")
                .flatMap(verb -> routes.findValues(verb).stream())
                .forEach(node -> ends.add(endpoint(node)));
        return ends;
    }

    private static String endpoint(JsonNode node) {
        String uri = node.isTextual() ? node.asText() : node.path("uri").asText();
        return uri.replaceAll("\\?.*", "");
    }
}
