package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of src/test/resources/channel/call-center, each with what is expected of it. */
class CallFileCasesTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path data;

    static Stream<Path> cases() throws IOException {
        List<Path> files;
        try (var listed = Files.list(CallFileFixture.CASES)) {
            files = listed.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(12);
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_file_gives_what_its_expectation_says(Path file) throws IOException {
        String name = file.getFileName().toString();
        JsonNode expected =
                YAML.readTree(file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.yaml")
                        .toFile());
        var hub = new CallFileFixture(data);
        CallFile calls = hub.open(expected.path("mapping").asText(), file);
        List<RawMessage> rows = CallFileFixture.rows(calls);
        if (expected.has("failed")) {
            assertRows(hub, rows, expected.path("rows"));
            assertThat(calls.getFolder()).isEqualTo("failed/2026-03-01/093000");
            assertThat(CallFileFixture.report(calls, ".reason.txt"))
                    .contains(expected.path("failed").asText());
            return;
        }
        assertThat(calls.getFolder()).isEqualTo("done/2026-03-01/093000");
        assertThat(CallFileFixture.report(calls, ".summary.txt"))
                .contains("read as: " + expected.path("readAs").asText() + "\n")
                .contains("rows: " + rows.size() + "\n");
        assertRows(hub, rows, expected.path("rows"));
    }

    private static void assertRows(CallFileFixture hub, List<RawMessage> rows, JsonNode expected) {
        var read = new ArrayList<JsonNode>();
        rows.forEach(raw -> read.add(shown(raw, hub.read(raw))));
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < read.size(); i++) {
            assertRow(read.get(i), expected.get(i));
        }
    }

    private static void assertRow(JsonNode actual, JsonNode expected) {
        assertThat(actual.path("line")).isEqualTo(expected.path("line"));
        assertThat(actual.has("rejected")).as(actual.toString()).isEqualTo(expected.has("rejected"));
        expected.properties().forEach(field -> {
            if (field.getKey().equals("rejected")) {
                assertThat(actual.path("rejected").asText())
                        .contains(field.getValue().asText());
            } else {
                assertThat(actual.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    private static JsonNode shown(RawMessage raw, NormalizationResult result) {
        var shown = YAML.createObjectNode();
        shown.put("line", Integer.parseInt(String.valueOf(raw.attribute("line"))));
        if (result instanceof Refusal refusal) {
            assertThat(refusal.state()).isEqualTo(ItemState.INVALID);
            assertThat(refusal.reason()).contains("line " + raw.attribute("line") + ": ", " → ");
            return shown.put("rejected", refusal.reason());
        }
        CanonicalComplaint complaint = (CanonicalComplaint) result;
        assertThat(complaint.sourceKey()).isEqualTo(raw.sourceKey());
        assertThat(complaint.kind()).isEqualTo("call-center");
        assertThat(complaint.acknowledge()).isFalse();
        shown.put("sourceKey", complaint.sourceKey());
        shown.put("name", complaint.customer().name());
        complaint.customer().phones().forEach(shown.putArray("phones")::add);
        shown.put("text", complaint.complaint().text());
        shown.put("wants", complaint.complaint().wants());
        shown.put("orderNo", complaint.product().orderNo());
        shown.put("occurredAt", String.valueOf(complaint.complaint().occurredAt()));
        return shown;
    }
}
