package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between being opened and being read to their end. */
class GrowingFileTest {

    @TempDir
    Path data;

    private CallFileFixture hub;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
        file = data.resolve("calls.csv");
    }

    @Test
    void rows_that_are_added_while_the_file_is_read_are_read_on() throws IOException {
        Files.writeString(file, rows(1, CallFile.BATCH + 3));
        CallFile calls = hub.open("call-center", file);
        List<RawMessage> taken = new ArrayList<>(calls.next());
        Files.writeString(file, "added one\nadded two\n", StandardOpenOption.APPEND);
        calls.forEachRemaining(taken::addAll);
        assertThat(taken).hasSize(CallFile.BATCH + 5);
        assertThat(taken).extracting(raw -> raw.attribute("line")).doesNotHaveDuplicates();
        assertThat(CallFileFixture.report(calls, ".summary.txt"))
                .contains("rows: " + (CallFile.BATCH + 5), "bytes: " + Files.size(file));
    }

    @Test
    void a_row_of_which_half_was_written_is_read_when_it_is_whole() throws IOException {
        Files.writeString(file, "投诉内容\nfirst\nsec");
        CallFile calls = hub.open("call-center", file);
        Files.writeString(file, "ond\nthird", StandardOpenOption.APPEND);
        assertThat(CallFileFixture.rows(calls))
                .extracting(
                        raw -> ((CanonicalComplaint) hub.read(raw)).complaint().text())
                .containsExactly("first", "second", "third");
    }

    @Test
    void a_file_that_does_not_grow_gives_its_last_row_without_a_line_end() throws IOException {
        Files.writeString(file, "投诉内容\nonly");
        assertThat(CallFileFixture.rows(hub.open("call-center", file))).hasSize(1);
    }

    private static String rows(int from, int to) {
        var text = new StringBuilder("投诉内容\n");
        for (int i = from; i <= to; i++) {
            text.append("complaint ").append(i).append('\n');
        }
        return text.toString();
    }
}
