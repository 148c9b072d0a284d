package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jar is made of, by the SBOM that the build has just written, against the licences that we allow. */
class LicencesTest {

    private static final Path RULES = Path.of("src/test/resources/licences/allowed.yaml");

    record Rules(Set<String> allowed, Map<String, String> spelled, Map<String, String> stated, Set<String> together) {

        static Rules read() throws IOException {
            return new YAMLMapper().readValue(RULES.toFile(), Rules.class);
        }

        /** Why a component may not be in the jar; empty when it may. */
        List<String> objections(JsonNode component) {
            String name = component.path("group").asText() + "/"
                    + component.path("name").asText();
            List<String> licences = stated.containsKey(name) ? List.of(stated.get(name)) : licences(component);
            boolean fine = together.contains(name)
                    ? !licences.isEmpty() && allowed.containsAll(licences)
                    : licences.stream().anyMatch(allowed::contains);
            return fine
                    ? List.of()
                    : List.of(name + " " + component.path("version").asText() + " is under "
                            + (licences.isEmpty() ? "no licence that its POM names" : String.join(" or ", licences))
                            + ": leave it out, or, if its licence file is one that we may ship, add it to " + RULES);
        }

        private List<String> licences(JsonNode component) {
            List<String> names = new ArrayList<>();
            for (JsonNode choice : component.path("licenses")) {
                String name = choice.path("license")
                        .path("id")
                        .asText(choice.path("license").path("name").asText());
                for (String one : choice.path("expression").asText(name).split(" OR ")) {
                    String plain = one.replace("(", "").replace(")", "").strip();
                    names.add(spelled.getOrDefault(plain, plain));
                }
            }
            return names;
        }
    }

    @Test
    void every_part_of_the_jar_is_under_a_licence_that_we_allow() throws IOException {
        JsonNode sbom = new ObjectMapper()
                .readTree(Path.of("target/classes/META-INF/sbom/application.cdx.json")
                        .toFile());
        List<JsonNode> parts = StreamSupport.stream(sbom.path("components").spliterator(), false)
                .toList();
        assertThat(parts).hasSizeGreaterThan(150);
        Rules rules = Rules.read();
        assertThat(parts.stream().flatMap(part -> rules.objections(part).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [{"license":{"id":"GPL-3.0-only"}}];                                    false
            [{"license":{"id":"AGPL-3.0-or-later"}}];                               false
            [{"license":{"name":"Commercial"}}];                                    false
            [];                                                                     false
            [{"expression":"LGPL-2.1-only OR SSPL-1.0"}];                           false
            [{"expression":"Apache-2.0 AND GPL-3.0-only"}];                         false
            [{"license":{"id":"LGPL-2.1-only"}},{"license":{"id":"EPL-2.0"}}];      true
            [{"expression":"(GPL-2.0-only OR Apache-2.0)"}];                        true
            [{"license":{"name":"FreeBSD License"}}];                               true""")
    void one_allowed_licence_of_a_choice_is_enough_and_an_unknown_one_is_refused(String licences, boolean may)
            throws IOException {
        JsonNode part = new ObjectMapper()
                .readTree("{\"group\":\"g\",\"name\":\"n\",\"version\":\"1\",\"licenses\":" + licences + "}");
        List<String> objections = Rules.read().objections(part);
        assertThat(objections.isEmpty()).isEqualTo(may);
        assertThat(objections)
                .allSatisfy(why -> assertThat(why).startsWith("g/n 1 is under ").contains("allowed.yaml"));
    }
}
