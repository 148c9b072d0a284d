package io.redress.channel.callcenter;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.channel.callcenter.text.DelimitedTextRows;
import io.redress.channel.callcenter.workbook.XlsWorkbook;
import io.redress.channel.callcenter.workbook.XlsxWorkbook;
import io.redress.charset.FileCharset;
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
public final class CallFileRows implements Closeable {

    /** @param values what a report of the row shows */
    record CallRow(long line, RowOriginal original, Collection<String> values) {}

    private final TableRows rows;
    private final TableHeader header;

    private CallFileRows(TableRows rows, TableHeader header) {
        this.rows = rows;
        this.header = header;
    }

    /**
     * Opens a file, whatever its name says that it is.
     *
     * @throws UnreadableFileException when it is not a table, or has no column for a field that the mapping requires
     */
    public static CallFileRows open(Path file, FileScan scan, Mapping mapping, Path work)
            throws UnreadableFileException, IOException {
        FileFormat format = mapping.file();
        TableRows rows = rows(file, scan, format, work);
        try {
            return new CallFileRows(rows, header(rows, mapping));
        } catch (UnreadableFileException | IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    List<String> header() {
        return header.names();
    }

    public String description() {
        return rows.description();
    }

    @Nullable
    CallRow next() throws UnreadableFileException, IOException {
        TableRow row = nextNotBlank(rows);
        if (row instanceof TableRow.Values values && header.report() && RejectedRows.isWhole(values.values())) {
            row = new TableRow.Unreadable(
                    values.line(),
                    values.values().get(0),
                    "it is shown as it was rejected, in one column",
                    "write each value into its own column; line, column, reason and remedy may stay");
        }
        if (row instanceof TableRow.Unreadable bad) {
            return new CallRow(bad.line(), RowOriginal.of(bad), List.of(bad.raw()));
        }
        if (row instanceof TableRow.Values good) {
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
    static TableRows rows(Path file, FileScan scan, FileFormat format, Path work)
            throws UnreadableFileException, IOException {
        if (scan.looksLikeOpenDocument()) {
            throw new UnreadableFileException("it is an OpenDocument spreadsheet (.ods)", "save it as .xlsx or CSV");
        }
        if (scan.looksLikeWorkbook()) {
            return XlsxWorkbook.open(file, format.sheet(), format.skipLines(), work);
        }
        if (scan.looksLikeOldWorkbook()) {
            return XlsWorkbook.open(file, format.sheet(), format.skipLines(), work);
        }
        if (scan.looksLikeGzip()) {
            throw new UnreadableFileException(
                    "it is a gzip archive, not a table, whatever its name says",
                    "unpack it and drop the file that is in it, as CSV or .xlsx");
        }
        if (scan.looksLikePdf()) {
            throw new UnreadableFileException(
                    "it is a PDF, not a table, whatever its name says", "export it as CSV or .xlsx");
        }
        if (scan.looksLikeMarkup()) {
            throw new UnreadableFileException(
                    "it is a web page or XML, whatever its name says", "export it as CSV or .xlsx");
        }
        FileCharset.Doubt doubt = scan.doubt();
        if (doubt != null) {
            throw new UnreadableFileException(doubt.problem(), doubt.remedy());
        }
        return new DelimitedTextRows(file, scan, format);
    }

    private static TableHeader header(TableRows rows, Mapping mapping) throws UnreadableFileException, IOException {
        if (mapping.file().headerLines() == 0 && !rows.isReport()) {
            return TableHeader.numbered(rows.named(0));
        }
        TableRow.Values names = names(rows, mapping);
        if (names == null) {
            return TableHeader.none();
        }
        TableHeader header = TableHeader.of(names.values());
        if (mapping.file().headerLines() == 2 && !header.report()) {
            nextNotBlank(rows);
        }
        rows.named(header.width());
        return header;
    }

    /** The first row that has the columns which the mapping requires: a title may stand above it. */
    private static TableRow.@Nullable Values names(TableRows rows, Mapping mapping)
            throws UnreadableFileException, IOException {
        UnreadableFileException problem = null;
        for (int i = 0; i < RowLimits.TITLE_ROWS; i++) {
            TableRow row = nextNotBlank(rows);
            if (row == null) {
                break;
            }
            UnreadableFileException wrong =
                    row instanceof TableRow.Values names ? missing(names, rows, mapping) : unreadable(row);
            if (wrong == null) {
                return (TableRow.Values) row;
            }
            problem = problem == null ? wrong : problem;
        }
        if (problem != null) {
            throw problem;
        }
        return null;
    }

    private static @Nullable UnreadableFileException missing(TableRow.Values names, TableRows rows, Mapping mapping) {
        List<FieldProblem> missing =
                mapping.missingIn(TableHeader.of(names.values()).names());
        if (missing.isEmpty()) {
            return null;
        }
        FieldProblem problem = missing.get(0);
        return new UnreadableFileException(
                "no column for " + problem.canonicalField() + ": " + problem.problem() + " (read as "
                        + rows.description() + ")",
                problem.remedy());
    }

    private static UnreadableFileException unreadable(TableRow row) {
        TableRow.Unreadable bad = (TableRow.Unreadable) row;
        return new UnreadableFileException("the header cannot be read: " + bad.problem(), bad.remedy());
    }

    static @Nullable TableRow nextNotBlank(TableRows rows) throws UnreadableFileException, IOException {
        TableRow row = rows.next();
        while (row instanceof TableRow.Values values && values.isBlank()) {
            row = rows.next();
        }
        return row;
    }
}
