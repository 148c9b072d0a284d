package io.redress.configfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.access.BrokerUser;
import io.redress.callback.CallResult;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import io.redress.lookup.LookupKey;
import io.redress.mapping.CanonicalField;
import io.redress.privacy.RetentionKind;
import io.redress.ticket.Priority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of {@code config/}: what the hub judges by is what editors complete by. */
class SchemasTest {

    private static final Path FOR_EDITORS = Path.of("config/schema");
    private static final Path IN_THE_JAR = Path.of("src/main/resources/io/redress/configfile/schema");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(IN_THE_JAR)) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".schema.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void editors_have_the_schema_that_the_hub_judges_by(String kind) throws IOException {
        assertThat(FOR_EDITORS.resolve(kind + ".schema.json"))
                .as("copy %s to %s after an edit", IN_THE_JAR, FOR_EDITORS)
                .hasSameTextualContentAs(IN_THE_JAR.resolve(kind + ".schema.json"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void files_name_their_schema_in_the_first_line_and_keep_it(String kind) throws IOException {
        List<Path> files = files().stream()
                .filter(file -> schemaOf(file).endsWith("/" + kind + ".schema.json"))
                .toList();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(file.resolveSibling(schemaOf(file)).normalize())
                    .isEqualTo(FOR_EDITORS.resolve(kind + ".schema.json"));
            assertThat(ConfigSchema.of(kind).validate(new YAMLMapper().readTree(file.toFile())))
                    .as("%s", file)
                    .isEmpty();
        }
    }

    /** The settings of Spring Boot aside, which editors know by the metadata in the jar, and the files of other programs. */
    @Test
    void each_file_names_a_schema() throws IOException {
        assertThat(files().stream()
                        .filter(file -> schemaOf(file).isEmpty() && !file.startsWith(Path.of("config", "monitoring"))))
                .map(file -> String.valueOf(file.getFileName()))
                .containsExactly("application.yaml");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    /** As its first line says; empty when it says nothing. */
    private static String schemaOf(Path file) {
        try {
            var line = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)")
                    .matcher(Files.readAllLines(file).get(0));
            return line.matches() ? line.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_property_is_explained(String kind) throws IOException {
        List<String> silent = new ArrayList<>();
        silent(JSON.readTree(IN_THE_JAR.resolve(kind + ".schema.json").toFile()), "", silent);
        assertThat(silent).isEmpty();
    }

    @Test
    void priorities_are_those_of_the_hub() throws IOException {
        List<String> all = Arrays.stream(Priority.values()).map(Priority::key).toList();
        assertThat(schema("categories").at("/$defs/priority/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(all);
        assertThat(schema("categories.examples").at("/properties/examples/items/properties/priority/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(all);
    }

    @Test
    void the_kinds_that_can_be_kept_are_those_of_the_hub() throws IOException {
        JsonNode keep = schema("retention").at("/properties/keep/properties");
        assertThat(keep.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RetentionKind.values())
                        .map(RetentionKind::key)
                        .toList());
    }

    @Test
    void what_a_system_can_be_asked_by_is_what_the_hub_knows() throws IOException {
        assertThat(schema("lookups").at("/$defs/lookup/properties/ask/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(LookupKey.values()).map(LookupKey::key).toList());
    }

    @Test
    void the_fields_that_can_be_mapped_are_those_of_the_hub() throws IOException {
        List<String> fields =
                Arrays.stream(CanonicalField.values()).map(CanonicalField::key).toList();
        JsonNode mapping = schema("mapping");
        assertThat(mapping.at("/properties/fields/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields);
        assertThat(mapping.at("/properties/values/propertyNames/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(fields);
        assertThat(mapping.at("/properties/values/properties/complaint.priority/additionalProperties/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(Priority.values()).map(Priority::key).toList());
    }

    @Test
    void what_is_said_of_targets_is_what_the_hub_knows() throws IOException {
        JsonNode target = schema("target-mapping");
        assertThat(target.at("/properties/update-on/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Arrays.stream(TicketStatus.values())
                        .map(TicketStatus::key)
                        .toList());
        assertThat(target.at("/properties/states/additionalProperties/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(UpdateKind.values()).map(UpdateKind::key).toList());
    }

    @Test
    void the_results_of_calls_and_the_queues_for_reports_are_those_of_the_hub() throws IOException {
        assertThat(schema("call-list").at("/properties/results/propertyNames/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(CallResult.keys());
        assertThat(schema("broker-users").at("/properties/users/additionalProperties/properties/writes/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(BrokerUser.WRITABLE);
    }

    private static JsonNode schema(String kind) throws IOException {
        return JSON.readTree(IN_THE_JAR.resolve(kind + ".schema.json").toFile());
    }

    private static void silent(JsonNode schema, String at, List<String> silent) {
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().path("description").asText().isBlank()) {
                silent.add(at + "/" + property.getKey());
            }
        });
        StreamSupport.stream(schema.spliterator(), false)
                .filter(JsonNode::isContainerNode)
                .forEach(part -> silent(part, at + "/…", silent));
    }
}
