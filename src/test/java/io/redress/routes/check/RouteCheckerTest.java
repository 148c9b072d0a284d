package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.routes.TestWiring;
import io.redress.routes.file.RouteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteCheckerTest {

    private static final Path CASES = Path.of("src/test/resources/check");
    private static final RouteChecker CHECKER = new RouteChecker(new TestWiring(), List.of());

    static Stream<String> mistakes() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("routes")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("base"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Each case is the base with one file changed or added; {@code expected.txt} holds the findings. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_found_with_file_line_and_remedy(String name) throws IOException {
        assertThat(findings(name))
                .isEqualTo(Files.readAllLines(CASES.resolve(name).resolve("expected.txt")));
    }

    @Test
    void sound_routes_have_no_findings() {
        assertThat(findings("base")).isEmpty();
    }

    @Test
    void a_missing_folder_names_where_was_looked_and_what_to_do(@TempDir Path somewhere) {
        assertThatThrownBy(() -> new RouteFiles(somewhere.resolve("routes")).read())
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("no folder " + somewhere.resolve("routes"))
                .hasMessageContaining("start in the folder that holds routes/ and config/");
    }

    @Test
    void a_folder_without_routes_is_no_hub(@TempDir Path empty) {
        assertThatThrownBy(() -> new RouteFiles(empty).read()).hasMessageContaining("no *.camel.yaml in " + empty);
    }

    private static List<String> findings(String name) {
        var texts = new TreeMap<Path, String>();
        for (String layer : List.of("base", name)) {
            Path folder = CASES.resolve(layer);
            new RouteFiles(folder.resolve("routes"))
                    .texts()
                    .forEach((path, text) -> texts.put(folder.relativize(path), text));
        }
        return CHECKER.check(texts).stream().map(Object::toString).toList();
    }
}
