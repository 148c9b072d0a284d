package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.callback.list.ListLayouts;
import io.redress.callback.list.ResultRow;
import io.redress.channel.callcenter.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Call lists that are handed back with results. */
class ResultFileFuzzTest {

    private final ListLayouts layouts = ListLayouts.read(Path.of("config/call-lists"));

    @FuzzTest
    void any_file_gives_results_and_bad_rows(byte[] bytes) throws IOException {
        Path file = Files.write(CallFileReading.folder().resolve("results.csv"), bytes);
        List<ResultRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, CallFileReading.folder().resolve("work"))) {
            var layout = layouts.of(table.header());
            for (TableFile.Line line = table.next(); line != null; line = table.next()) {
                if (layout.isPresent() && line.problem() == null) {
                    rows.add(ResultRow.read(layout.get(), line.columns(), "file:1/" + line.line()));
                }
                table.reject(line, "", "problem", "remedy");
            }
            table.rejected();
        }
        for (ResultRow row : rows) {
            if (row instanceof ResultRow.Called called) {
                Outcomes.check(called.outcome());
            }
        }
    }
}
