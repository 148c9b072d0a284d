package io.redress.channel.callcenter;

import io.redress.channel.callcenter.row.UnreadableFileException;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in: gives its rows in batches to hand off, and reports when it is through. Every row becomes an item,
 * the bad ones too. The same row has the same source key whenever it is read, so that a file which was left half done
 * by a crash is simply read again.
 */
public final class CallFile implements Iterator<List<RawMessage>>, Closeable {

    /** Rows that are handed off together. */
    static final int BATCH = 500;

    private final @Nullable GrowingFile rows;
    private final CallFileSource source;
    private final HandOff handOff;
    private final FileSummary summary;
    private final RejectedRows rejected;
    private List<RawMessage> next = List.of();
    private boolean closed;

    /** @param rows null for a file that could not be opened */
    CallFile(
            @Nullable GrowingFile rows,
            CallFileSource source,
            HandOff handOff,
            FileSummary summary,
            RejectedRows rejected) {
        this.rows = rows;
        this.source = source;
        this.handOff = handOff;
        this.summary = summary;
        this.rejected = rejected;
    }

    /**
     * Whether there is another batch to hand off.
     *
     * @throws UncheckedIOException when the disk failed: the file is to be read again
     */
    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = batch();
        }
        return !next.isEmpty();
    }

    @Override
    public List<RawMessage> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file is through");
        }
        List<RawMessage> batch = next;
        next = List.of();
        return batch;
    }

    /** Where the file and its reports go, seen from the inbox: {@code done/<date>/<time>} or {@code failed/<date>/<time>}. */
    public String getFolder() {
        return summary.folder();
    }

    /** The file's own name. */
    public String getName() {
        return source.file();
    }

    /** What to lay beside the file, once all batches are handed off. */
    public List<ReportFile> getReports() throws IOException {
        close();
        var reports = new ArrayList<ReportFile>();
        Path bad = rejected.written();
        if (bad != null) {
            reports.add(new ReportFile(source.file() + ".rejected.csv", bad.toFile()));
        }
        reports.add(summary.report(rows == null ? null : rows.scan()));
        return reports;
    }

    /** Releases the file; the reports stay until {@link CallFiles#forget}. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (rows != null) {
                rows.close();
            }
            rejected.close();
        }
    }

    @Nullable
    GrowingFile rows() {
        return rows;
    }

    CallFileSource source() {
        return source;
    }

    FileSummary summary() {
        return summary;
    }

    private List<RawMessage> batch() {
        var batch = new ArrayList<RawMessage>(BATCH);
        try {
            CallFileRows.CallRow row;
            while (rows != null && batch.size() < BATCH && (row = nextRow(rows)) != null) {
                batch.add(take(row, rows.header()));
            }
            return batch;
        } catch (IOException e) {
            throw new UncheckedIOException("the file or the work folder cannot be read or written", e);
        }
    }

    private CallFileRows.@Nullable CallRow nextRow(GrowingFile open) throws IOException {
        try {
            return open.next();
        } catch (UnreadableFileException e) {
            summary.failed(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private RawMessage take(CallFileRows.CallRow row, List<String> header) throws IOException {
        ParsedCallRow parsed = ParsedCallRow.of(row.original(), source.mapping());
        String sourceKey = null;
        if (parsed instanceof ParsedCallRow.Call call) {
            sourceKey = call.sourceKey();
            summary.accepted();
        } else if (parsed instanceof ParsedCallRow.Rejected why) {
            rejected.add(header, row.values(), row.line(), why);
            summary.rejected(why);
        }
        return handOff.receive(
                source.channel(),
                CallRowNormalizer.FORMAT,
                row.original().json(),
                source.attributes(row.line()),
                sourceKey);
    }
}
