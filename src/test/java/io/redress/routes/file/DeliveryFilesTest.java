package io.redress.routes.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryFilesTest {

    private static final String FILE = """
            - route:
                id: crm
                from:
                  uri: kamelet:delivery-source
                  parameters: {target: %s, mapping: %s, categories: "%s"}
                  steps:
                    - to: kamelet:file-delivery-sink?folder=x
            """;

    @TempDir
    Path folder;

    @Test
    void a_short_file_with_known_names_has_no_findings() throws IOException {
        assertThat(problems(FILE.formatted("crm", "crm", "quality, return"))).isEmpty();
    }

    @Test
    void each_unknown_name_is_told_with_its_place() throws IOException {
        assertThat(problems(FILE.formatted("crn", "crmm", "qualty")))
                .containsExactly(
                        "5 target 'crn' is in the file of 'crm'",
                        "5 there is no mapping 'crmm' in mappings",
                        "5 there is no category 'qualty'");
    }

    @Test
    void a_target_takes_at_most_fifteen_lines_and_begins_with_its_deliveries() throws IOException {
        assertThat(problems(FILE.formatted("crm", "crm", "*") + "        - log: x\n".repeat(9)))
                .singleElement()
                .asString()
                .contains("the file has 16 lines, more than 15");
        assertThat(problems("- route:\n    from:\n      uri: timer:x\n      steps:\n        - stop: {}\n"))
                .containsExactly("1 the target starts with no delivery");
    }

    @Test
    void a_system_whose_news_are_read_has_a_mapping_that_there_is() throws IOException {
        String updates = """
                - route:
                    from:
                      uri: kamelet:rt-updates-source
                      parameters: {target: rt, mapping: %s}
                      steps: []
                """;
        assertThat(problems("updates", updates.formatted("crm"))).isEmpty();
        assertThat(problems("updates", updates.formatted("crn")))
                .containsExactly("4 there is no mapping 'crn' in mappings");
    }

    private List<String> problems(String text) throws IOException {
        return problems("delivery", text);
    }

    private List<String> problems(String kind, String text) throws IOException {
        Path routes = Files.createDirectories(folder.resolve(kind));
        Files.writeString(routes.resolve("crm.camel.yaml"), text);
        return new DeliveryFiles(Path.of("mappings"), () -> Set.of("crm"), () -> Set.of("quality", "return"))
                .check(RouteSet.parse(new RouteFiles(folder).texts())).stream()
                        .map(finding -> finding.line() + " " + finding.problem())
                        .toList();
    }
}
