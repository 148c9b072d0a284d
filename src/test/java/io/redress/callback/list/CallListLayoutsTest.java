package io.redress.callback.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.CallResult;
import io.redress.callback.CallSlot;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.KeyedEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallListLayoutsTest {

    private static final UUID ID = UUID.fromString("0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70");
    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");

    @TempDir
    Path folder;

    @Test
    void the_shipped_layouts_can_be_used() {
        assertThat(CallListLayouts.read(Path.of("config/call-lists")).byName())
                .containsOnlyKeys("genesys-cloud", "call-list-zh");
    }

    @Test
    void every_mistake_is_told_with_its_line_and_a_remedy() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                format: pdf
                charset: UTF-99
                delimiter: ";;"
                times: {pattern: "yyyy-QQQQQQ", zone: Asia/Shangai}
                phone: {style: national}
                columns:
                  - {name: Phone, field: phon}
                  - {name: Phone, field: ticket}
                results: {solved: [yes]}
                """);

        InvalidConfiguration error =
                catchThrowableOfType(InvalidConfiguration.class, () -> CallListLayouts.read(folder));

        assertThat(error.findings()).extracting(Finding::line).contains(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(error.getMessage()).contains("did you mean 'phone'?", "unknown zone 'Asia/Shangai'");
    }

    @Test
    void a_column_holds_what_the_schema_says() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("config/schema/call-list.schema.json").toFile());

        assertThat(schema.at("/properties/columns/items/properties/field/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(KeyedEnum.keys(CallListField.class));
    }

    @Test
    void a_field_and_a_word_stand_for_one_thing() throws IOException {
        Files.writeString(folder.resolve("twice.yaml"), """
                columns:
                  - {name: Id, field: callback}
                  - {name: Try, field: attempt}
                  - {name: Phone, field: phone}
                  - {name: " Phone ", field: phone}
                results:
                  no-answer: [Busy]
                  refuses: [busy]
                """);

        InvalidConfiguration error =
                catchThrowableOfType(InvalidConfiguration.class, () -> CallListLayouts.read(folder));

        assertThat(error.findings()).extracting(Finding::line).containsExactly(5, 5, 8);
        assertThat(error.getMessage())
                .contains("has no name of its own", "field 'phone' stands twice", "'busy' is mapped to two results");
    }

    @Test
    void a_layout_that_is_not_there_is_named_with_those_that_are() {
        InvalidConfiguration error = catchThrowableOfType(
                InvalidConfiguration.class,
                () -> CallListLayouts.read(Path.of("config/call-lists")).get("genesis"));

        assertThat(error.getMessage()).contains("genesis", "genesys-cloud");
    }

    @Test
    void a_list_has_no_line_breaks_in_cells_and_no_cell_longer_than_a_dialler_takes() {
        var line = new CallListEntry(
                ID,
                2,
                "R-261123-7K3M9Q",
                "-王",
                "+8613800138000",
                new CallSlot(TEN, TEN),
                "solved",
                "a\r\nb",
                "x".repeat(900),
                null,
                "@desk");

        String csv = new String(
                new CallListWriter(CallListLayouts.read(Path.of("config/call-lists"))
                                .get("genesys-cloud"))
                        .write(List.of(line)),
                StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("CallbackId,Attempt,Phone")
                .contains(",'-王,", "a b", "'@desk", "2026-11-24T02:00:00Z");
        assertThat(csv).doesNotContain("x".repeat(500));
    }

    @ParameterizedTest
    @CsvSource({
        "No Answer,NO_ANSWER",
        "BUSY,NO_ANSWER",
        "reached-solved,REACHED_SOLVED",
        "Do Not Call,REFUSES",
    })
    void results_are_told_by_the_hub_s_words_and_by_the_layout_s(String word, CallResult result) {
        CallListLayout layout =
                CallListLayouts.read(Path.of("config/call-lists")).get("genesys-cloud");

        var row = CallResultRow.read(layout, Map.of("CallbackId", ID.toString(), "Attempt", "1", "Result", word), "id");

        assertThat(row).isInstanceOfSatisfying(CallResultRow.Called.class, called -> assertThat(
                        called.outcome().result())
                .isEqualTo(result));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00+08:00,2026-11-24T02:00:00Z",
        "2026-11-24 10:00,2026-11-24T02:00:00Z",
        "2026-11-24 10:00:00,2026-11-24T02:00:00Z",
        "2026/11/24 10:00,2026-11-24T02:00:00Z",
    })
    void times_are_read_as_spreadsheets_write_them_in_the_layout_s_zone(String written, Instant at) {
        CallListLayout layout =
                CallListLayouts.read(Path.of("config/call-lists")).get("call-list-zh");
        var columns = Map.of("回访编号", ID.toString(), "第几次", "1", "结果", "改约", "再次回访时间", written);

        var row = CallResultRow.read(layout, columns, "id");

        assertThat(row).isInstanceOfSatisfying(CallResultRow.Called.class, called -> assertThat(
                        called.outcome().callAgainAt())
                .isEqualTo(at));
    }
}
