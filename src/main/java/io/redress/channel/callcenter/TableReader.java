package io.redress.channel.callcenter;

import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.mapping.FileFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header in a CSV, TSV or XLSX file, read as the files of call centres are: charset and delimiter are found
 * out, a bad row is told and skipped, and the bad rows are kept for a report.
 */
public final class TableReader implements Closeable {

    private final String sha256;
    private final WorkFolder work;
    private final RejectedRows rejected;
    private final @Nullable TableRows rows;
    private final TableHeader header;
    private @Nullable String failure;
    private boolean rejectedIsWhole;

    private TableReader(
            String sha256, WorkFolder work, @Nullable TableRows rows, TableHeader header, @Nullable String failure) {
        this.sha256 = sha256;
        this.work = work;
        this.rejected = new RejectedRows(work.file("rejected.csv"));
        this.rows = rows;
        this.header = header;
        this.failure = failure;
    }

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param columns by the header's names; empty when it cannot be taken apart
     * @param problem why it cannot; null when it can
     */
    public record Line(
            long line,
            Map<String, String> columns,
            @Nullable String problem) {}

    /**
     * Opens a file. One that is not a table has no rows and a {@link #failure}.
     *
     * @param work where a folder for reports and what does not fit into memory is made
     * @throws IOException when the disk failed: the file is to be tried again
     */
    public static TableReader open(Path file, Path work) throws IOException {
        WorkFolder folder = WorkFolder.of(work, "tables", String.valueOf(file.getFileName()));
        FileScan scan = FileScan.of(file, FileFormat.usual());
        TableRows rows = null;
        try {
            rows = CallFileRows.rows(file, scan, FileFormat.usual(), folder.path());
            TableHeader header = CallFileRows.nextNotBlank(rows) instanceof TableRow.Values names
                    ? TableHeader.of(names.values())
                    : TableHeader.none();
            rows.named(header.width());
            return new TableReader(scan.sha256(), folder, rows, header, null);
        } catch (UnreadableFileException e) {
            if (rows != null) {
                rows.close();
            }
            return new TableReader(scan.sha256(), folder, null, TableHeader.none(), String.valueOf(e.getMessage()));
        }
    }

    public String sha256() {
        return sha256;
    }

    public List<String> header() {
        return header.names();
    }

    /** Why the file cannot be read, or not to its end; null when it can. */
    public @Nullable String failure() {
        return failure;
    }

    /** The next row that is not blank; null at the end. */
    public @Nullable Line next() throws IOException {
        try {
            TableRow row = rows == null ? null : CallFileRows.nextNotBlank(rows);
            if (row instanceof TableRow.Unreadable bad) {
                return new Line(bad.line(), Map.of("", bad.raw()), bad.problem() + " → " + bad.remedy());
            }
            return row instanceof TableRow.Values good
                    ? new Line(good.line(), header.columns(good.values()), null)
                    : null;
        } catch (UnreadableFileException e) {
            failure = String.valueOf(e.getMessage());
            return null;
        }
    }

    /** Puts a row into the report of bad ones. */
    public void reject(Line line, String column, String problem, String remedy) throws IOException {
        var why = new ParsedCallRow.Rejected(column, problem, remedy);
        rejected.add(header.names(), new ArrayList<>(line.columns().values()), line.line(), why);
    }

    /** The report of bad rows; null when there was none. */
    public byte @Nullable [] rejected() throws IOException {
        endReport();
        Path written = rejected.written();
        return written == null ? null : Files.readAllBytes(written);
    }

    @Override
    public void close() throws IOException {
        endReport();
        if (rows != null) {
            rows.close();
        }
        work.clear();
    }

    private void endReport() throws IOException {
        if (!rejectedIsWhole) {
            rejectedIsWhole = true;
            rejected.close();
        }
    }
}
