package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeRedFilesTest {

    private static final Path FOLDER = Path.of("src/test/bench/node-red");

    /** Packages come from where the reader's npm gets them. */
    @Test
    void no_file_says_where_packages_come_from() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("flow.json", "package.json", "settings.js");
            for (Path file : all) {
                assertThat(Files.readString(file)).doesNotContain("://");
            }
        }
    }

    @Test
    void every_wire_of_the_flow_ends_at_a_node() throws Exception {
        JsonNode flow = new ObjectMapper().readTree(FOLDER.resolve("flow.json").toFile());
        Set<String> nodes = new TreeSet<>(flow.findValuesAsText("id"));
        Set<String> ends = new TreeSet<>();
        for (JsonNode node : flow) {
            node.path("wires").forEach(output -> output.forEach(end -> ends.add(end.asText())));
        }
        assertThat(ends).isNotEmpty().isSubsetOf(nodes);
    }
}
