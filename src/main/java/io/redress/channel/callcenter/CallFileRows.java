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

    private final @Nullable Rows rows;
    private final Header header;

    private CallFileRows(@Nullable Rows rows, Header header) {
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

    /** For a file that could not be opened. */
    static CallFileRows none() {
        return new CallFileRows(null, Header.none());
    }

    List<String> header() {
        return header.names();
    }

    String description() {
        return rows == null ? "none" : rows.description();
    }

    @Nullable
    CallRow next() throws UnreadableFile, IOException {
        Row row = rows == null ? null : nextNotBlank(rows);
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
        if (rows != null) {
            rows.close();
        }
    }

    /** The rows of a file, whatever its name says that it is. */
    static Rows rows(Path file, FileScan scan, FileFormat format, Path work) throws UnreadableFile, IOException {
        if (scan.looksLikeWorkbook()) {
            return Workbook.open(file, format.sheet(), format.skipLines(), work);
        }
        if (scan.looksLikeOldWorkbook()) {
            throw new UnreadableFile(
                    "it is an old (.xls) or a password-protected workbook",
                    "save it as .xlsx without password, or as CSV");
        }
        if (scan.looksLikeMarkup()) {
            throw new UnreadableFile("it is a web page or XML, whatever its name says", "export it as CSV or .xlsx");
        }
        if (scan.looksLikeUnmarkedUtf16()) {
            throw new UnreadableFile(
                    "a fifth of its bytes are NUL: it is UTF-16 without a byte order mark, or damaged",
                    "set file.charset to UTF-16LE in the mapping, or send the file again");
        }
        return new TextRows(file, scan, format);
    }

    private static Header header(Rows rows, Mapping mapping) throws UnreadableFile, IOException {
        if (mapping.file().headerLines() == 0) {
            return Header.none();
        }
        Row first = nextNotBlank(rows);
        if (first == null) {
            return Header.none();
        }
        if (!(first instanceof Row.Values names)) {
            Row.Unreadable bad = (Row.Unreadable) first;
            throw new UnreadableFile("the header cannot be read: " + bad.problem(), bad.remedy());
        }
        Header header = Header.of(names.values());
        List<FieldProblem> missing = mapping.missingIn(header.names());
        if (!missing.isEmpty()) {
            FieldProblem problem = missing.get(0);
            throw new UnreadableFile(
                    "no column for " + problem.canonicalField() + ": " + problem.problem() + " (read as "
                            + rows.description() + ")",
                    problem.remedy());
        }
        if (mapping.file().headerLines() == 2) {
            nextNotBlank(rows);
        }
        return header;
    }

    static @Nullable Row nextNotBlank(Rows rows) throws UnreadableFile, IOException {
        Row row = rows.next();
        while (row instanceof Row.Values values && values.isBlank()) {
            row = rows.next();
        }
        return row;
    }
}
