package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A separator too many or too few, at every place of every row, in files of several kinds. */
class ShiftedRowsTest {

    private static final List<String> COLUMNS = List.of("call id", "name", "phone", "complaint", "order no", "remark");

    @TempDir
    Path data;

    private CallFileFixture hub;
    private int files;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ',', false, false",
        "2, ',', false, false",
        "3, ',', true, false",
        "5, ;, false, true",
        "5, ',', true, true",
        "12, '\t', false, true",
        "12, |, true, false"
    })
    void no_row_becomes_a_ticket_with_slipped_values(int rows, char separator, boolean remarks, boolean trailing)
            throws IOException {
        List<List<String>> table = table(rows, remarks);
        for (int row = 0; row < rows; row++) {
            String whole = line(table.get(row), separator, trailing);
            for (int at = 0; at <= whole.length(); at++) {
                if (at == whole.length() || whole.charAt(at) == separator) {
                    assertSound(
                            table, row, whole.substring(0, at) + separator + whole.substring(at), separator, trailing);
                }
                if (at < whole.length() && whole.charAt(at) == separator) {
                    String less = whole.substring(0, at) + " " + whole.substring(at + 1);
                    assertSound(table, row, less, separator, trailing);
                }
            }
        }
        assertThat(files).isGreaterThan(rows * 10);
    }

    @Test
    void two_broken_rows_of_many_are_both_rejected() throws IOException {
        List<List<String>> table = table(20, true);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", COLUMNS));
        table.forEach(row -> lines.add(line(row, ',', false)));
        lines.set(5, lines.get(5).replaceFirst(",", ",,"));
        lines.set(9, lines.get(9).replaceFirst(",", " "));
        List<RawMessage> read = read(String.join("\n", lines));
        assertThat(read.stream().map(hub::read).filter(CanonicalComplaint.class::isInstance))
                .hasSize(18);
    }

    private void assertSound(List<List<String>> table, int broken, String line, char separator, boolean trailing)
            throws IOException {
        var text = new StringBuilder(line(COLUMNS, separator, false)).append('\n');
        for (int row = 0; row < table.size(); row++) {
            text.append(row == broken ? line : line(table.get(row), separator, trailing))
                    .append('\n');
        }
        files++;
        int accepted = 0;
        for (RawMessage raw : read(text.toString())) {
            if (hub.read(raw) instanceof CanonicalComplaint call) {
                accepted++;
                assertThat(table).as(text.toString()).anyMatch(row -> isSame(call, row));
            }
        }
        if (!trailing && table.size() > 2) {
            assertThat(accepted).as(text.toString()).isEqualTo(table.size() - 1);
        }
    }

    private static boolean isSame(CanonicalComplaint call, List<String> row) {
        return call.sourceKey().equals("call:" + row.get(0))
                && Objects.equals(call.customer().name(), row.get(1))
                && call.customer().phones().equals(List.of("+86" + row.get(2)))
                && call.complaint().text().equals(row.get(3))
                && Objects.equals(call.product().orderNo(), row.get(4));
    }

    private List<RawMessage> read(String text) throws IOException {
        Path file = Files.writeString(data.resolve("calls.csv"), text);
        CallFile calls = hub.open("call-center", file);
        List<RawMessage> rows = CallFileFixture.rows(calls);
        calls.getReports();
        return rows;
    }

    private static List<List<String>> table(int rows, boolean remarks) {
        var table = new ArrayList<List<String>>();
        for (int i = 0; i < rows; i++) {
            table.add(List.of(
                    "C-" + i, "Name " + i, "1380013800" + i % 10, "Kettle " + i, "A-" + i, remarks ? "note " + i : ""));
        }
        return table;
    }

    private static String line(List<String> values, char separator, boolean trailing) {
        return String.join(String.valueOf(separator), values) + (trailing ? separator : "");
    }
}
