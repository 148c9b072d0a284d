package io.redress.channel.callcenter;

import io.redress.mapping.FieldProblem;
import io.redress.mapping.FileFormat;
import io.redress.mapping.Mapping;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of a file: its rows by the names of its columns, without the header and blank rows. */
final class CallFileRows implements Closeable {

    /** @param values what a report of the row shows */
    record CallRow(long line, RowOriginal original, Collection<String> values) {}

    private final Rows rows;
    private final Header header;

    private CallFileRows(Rows rows, Header header) {
        this.rows = rows;
        this.header = header;
    }

    /**
     * Opens a file, whatever its name says that it is.
     *
     * @throws UnreadableFile when it is not a table, or has no column for a field that the mapping requires
     */
    static CallFileRows open(Path file, FileScan scan, Mapping mapping, Path work) throws UnreadableFile, IOException {
        FileFormat format = mapping.file();
        Rows rows = rows(file, scan, format, work);
        try {
            return new CallFileRows(rows, header(rows, mapping));
        } catch (UnreadableFile | IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    List<String> header() {
        return header.names();
    }

    String description() {
        return rows.description();
    }

    @Nullable
    CallRow next() throws UnreadableFile, IOException {
        Row row = nextNotBlank(rows);
        if (row instanceof Row.Values values && header.report() && RejectedRows.isWhole(values.values())) {
            row = new Row.Unreadable(
                    values.line(),
                    values.values().get(0),
                    "it stands here as it was rejected, in one column",
                    "write each value into its own column; line, column, reason and remedy may stay");
        }
        if (row instanceof Row.Unreadable bad) {
            return new CallRow(bad.line(), RowOriginal.of(bad), List.of(bad.raw()));
        }
        if (row instanceof Row.Values good) {
            Map<String, String> columns = header.columns(good.values());
            return new CallRow(good.line(), RowOriginal.of(columns), new ArrayList<>(columns.values()));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** The rows of a file, whatever its name says that it is. */
    static Rows rows(Path file, FileScan scan, FileFormat format, Path work) throws UnreadableFile, IOException {
        if (scan.looksLikeOpenDocument()) {
            throw new UnreadableFile("it is an OpenDocument spreadsheet (.ods)", "save it as .xlsx or CSV");
        }
        if (scan.looksLikeWorkbook()) {
            return Workbook.open(file, format.sheet(), format.skipLines(), work);
        }
        if (scan.looksLikeOldWorkbook()) {
            return OldWorkbook.open(file, format.sheet(), format.skipLines(), work);
        }
        if (scan.looksLikeGzip()) {
            throw new UnreadableFile(
                    "it is a gzip archive, not a table, whatever its name says",
                    "unpack it and drop the file that is in it, as CSV or .xlsx");
        }
        if (scan.looksLikePdf()) {
            throw new UnreadableFile("it is a PDF, not a table, whatever its name says", "export it as CSV or .xlsx");
        }
        if (scan.looksLikeMarkup()) {
            throw new UnreadableFile("it is a web page or XML, whatever its name says", "export it as CSV or .xlsx");
        }
        CharsetGuess.Doubt doubt = scan.doubt();
        if (doubt != null) {
            throw new UnreadableFile(doubt.problem(), doubt.remedy());
        }
        return new TextRows(file, scan, format);
    }

    private static Header header(Rows rows, Mapping mapping) throws UnreadableFile, IOException {
        if (mapping.file().headerLines() == 0 && !rows.isReport()) {
            return Header.numbered(rows.named(0));
        }
        Row.Values names = names(rows, mapping);
        if (names == null) {
            return Header.none();
        }
        Header header = Header.of(names.values());
        if (mapping.file().headerLines() == 2 && !header.report()) {
            nextNotBlank(rows);
        }
        rows.named(header.width());
        return header;
    }

    /** The first row that has the columns which the mapping requires: a title may stand above it. */
    private static Row.@Nullable Values names(Rows rows, Mapping mapping) throws UnreadableFile, IOException {
        UnreadableFile problem = null;
        for (int i = 0; i < Limits.TITLE_ROWS; i++) {
            Row row = nextNotBlank(rows);
            if (row == null) {
                break;
            }
            UnreadableFile wrong = row instanceof Row.Values names ? missing(names, rows, mapping) : unreadable(row);
            if (wrong == null) {
                return (Row.Values) row;
            }
            problem = problem == null ? wrong : problem;
        }
        if (problem != null) {
            throw problem;
        }
        return null;
    }

    private static @Nullable UnreadableFile missing(Row.Values names, Rows rows, Mapping mapping) {
        List<FieldProblem> missing = mapping.missingIn(Header.of(names.values()).names());
        if (missing.isEmpty()) {
            return null;
        }
        FieldProblem problem = missing.get(0);
        return new UnreadableFile(
                "no column for " + problem.canonicalField() + ": " + problem.problem() + " (read as "
                        + rows.description() + ")",
                problem.remedy());
    }

    private static UnreadableFile unreadable(Row row) {
        Row.Unreadable bad = (Row.Unreadable) row;
        return new UnreadableFile("the header cannot be read: " + bad.problem(), bad.remedy());
    }

    static @Nullable Row nextNotBlank(Rows rows) throws UnreadableFile, IOException {
        Row row = rows.next();
        while (row instanceof Row.Values values && values.isBlank()) {
            row = rows.next();
        }
        return row;
    }
}
