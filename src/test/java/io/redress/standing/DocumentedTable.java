package io.redress.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of {@code docs/standing.md}: the rows below the heading of its section, without the header. */
final class DocumentedTable {

    private DocumentedTable() {}

    static List<List<String>> under(String heading) {
        try {
            List<List<String>> rows = new ArrayList<>();
            boolean here = false;
            for (String line : Files.readAllLines(Path.of("docs/standing.md"))) {
                here = line.startsWith("## ") ? line.equals("## " + heading) : here;
                if (here && line.startsWith("| ")) {
                    rows.add(Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList());
                }
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
