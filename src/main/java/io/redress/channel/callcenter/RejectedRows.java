package io.redress.channel.callcenter;

import io.redress.handoff.PrivateFiles;
import io.redress.mapping.SpreadsheetFormula;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The report of a file's bad rows: their own columns first, so that they can be fixed and sent again in it, then where and
 * why. UTF-8 with a byte order mark, which Excel needs; what Excel would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection), which is taken away again when the report comes back.
 */
final class RejectedRows implements Closeable {

    static final List<String> ADDED = List.of("line", "column", "reason", "remedy");
    private static final Pattern PROTECTION = Pattern.compile("^'+");

    private final Path file;
    private @Nullable CSVPrinter csv;

    RejectedRows(Path file) {
        this.file = file;
    }

    void add(Collection<String> header, Collection<String> values, long line, ParsedCallRow.Rejected why)
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

    /** Whether a header is that of such a report. */
    static boolean isHeader(List<String> header) {
        return header.size() >= ADDED.size()
                && header.subList(header.size() - ADDED.size(), header.size()).stream()
                        .map(String::strip)
                        .toList()
                        .equals(ADDED);
    }

    /** What a report's header or row has of the file that was rejected. */
    static List<String> own(List<String> values) {
        return values.subList(0, Math.max(0, values.size() - ADDED.size()));
    }

    /** Whether a report's row still is one text that could not be taken apart. */
    static boolean isWhole(List<String> values) {
        List<String> own = own(values);
        return own.size() > 1
                && !own.get(0).isBlank()
                && own.stream().skip(1).allMatch(String::isBlank)
                && values.get(own.size() + 1).isBlank()
                && !values.get(own.size() + 2).isBlank();
    }

    /** A value without the apostrophe that protects a spreadsheet program from it. */
    static String plain(String value) {
        return value.startsWith("'") && isFormula(value) ? value.substring(1) : value;
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close(true);
        }
    }

    private CSVPrinter open(Collection<String> header) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(PrivateFiles.file(file));
        out.write('\uFEFF');
        var printer = new CSVPrinter(out, CSVFormat.EXCEL);
        var names = new ArrayList<String>();
        header.forEach(name -> names.add(harmless(name)));
        names.addAll(ADDED);
        printer.printRecord(names);
        return printer;
    }

    private static String harmless(String value) {
        return isFormula(value) ? "'" + value : value;
    }

    /** One that is protected already is one as well, so that {@link #plain} takes nothing from a value that came with it. */
    private static boolean isFormula(String value) {
        return SpreadsheetFormula.is(PROTECTION.matcher(value).replaceFirst(""));
    }
}
