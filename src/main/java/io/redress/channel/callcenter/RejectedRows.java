package io.redress.channel.callcenter;

import io.redress.handoff.OwnerOnly;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The report of a file's bad rows: their own columns first, so that they can be fixed and sent again in it, then where and
 * why. UTF-8 with a byte order mark, which Excel needs; what Excel would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection).
 */
final class RejectedRows implements Closeable {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private final Path file;
    private @Nullable CSVPrinter csv;

    RejectedRows(Path file) {
        this.file = file;
    }

    void add(Collection<String> header, Collection<String> values, long line, RowReading.Rejected why)
            throws IOException {
        CSVPrinter open = csv == null ? open(header) : csv;
        csv = open;
        var row = new ArrayList<String>();
        values.forEach(value -> row.add(harmless(value)));
        while (row.size() < header.size()) {
            row.add("");
        }
        row.addAll(List.of(String.valueOf(line), harmless(why.column()), why.problem(), why.remedy()));
        open.printRecord(row);
    }

    /** The report; null when no row was bad. */
    @Nullable
    Path written() {
        return csv == null ? null : file;
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close(true);
        }
    }

    private CSVPrinter open(Collection<String> header) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(OwnerOnly.file(file));
        out.write('\uFEFF');
        var printer = new CSVPrinter(out, CSVFormat.EXCEL);
        var names = new ArrayList<String>();
        header.forEach(name -> names.add(harmless(name)));
        names.addAll(List.of("line", "column", "reason", "remedy"));
        printer.printRecord(names);
        return printer;
    }

    private static String harmless(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
