package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.callback.list.CallListLayouts;
import io.redress.callback.list.CallResultRow;
import io.redress.channel.callcenter.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Call lists that are handed back with results. */
class ResultFileFuzzTest {

    private final CallListLayouts layouts = CallListLayouts.read(Path.of("config/call-lists"));

    @FuzzTest
    void any_file_gives_results_and_bad_rows(byte[] bytes) throws IOException {
        Path file = Files.write(CallFileReader.folder().resolve("results.csv"), bytes);
        List<CallResultRow> rows = new ArrayList<>();
        try (TableReader table = TableReader.open(file, CallFileReader.folder().resolve("work"))) {
            var layout = layouts.of(table.header());
            for (TableReader.Line line = table.next(); line != null; line = table.next()) {
                if (layout.isPresent() && line.problem() == null) {
                    rows.add(CallResultRow.read(layout.get(), line.columns(), "file:1/" + line.line()));
                }
                table.reject(line, "", "problem", "remedy");
            }
            table.rejected();
        }
        for (CallResultRow row : rows) {
            if (row instanceof CallResultRow.Called called) {
                OutcomeInvariants.check(called.outcome());
            }
        }
    }
}
