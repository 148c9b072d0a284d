package io.redress.channel.callcenter;

import io.redress.channel.callcenter.row.UnreadableFileException;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.mapping.Mapping;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that may still grow: at its end it is looked at again, and read on. The last row is held back until then, for
 * its writer may have been in the middle of it.
 */
final class GrowingFile implements Closeable {

    private final Path file;
    private final Mapping mapping;
    private final Path work;
    private FileScan scan;
    private CallFileRows rows;
    private CallFileRows.@Nullable CallRow held;
    private @Nullable UnreadableFileException failure;
    private long line;

    /** @throws UnreadableFileException when it is not a table, or has no column for a field that the mapping requires */
    GrowingFile(Path file, FileScan scan, Mapping mapping, Path work) throws UnreadableFileException, IOException {
        this.file = file;
        this.scan = scan;
        this.mapping = mapping;
        this.work = work;
        this.rows = CallFileRows.open(file, scan, mapping, work);
    }

    /** Passes what was taken before: the rows up to that line. */
    void after(long taken) {
        line = taken;
    }

    /**
     * The next row; null at the end.
     *
     * @throws UnreadableFileException when the rest of the file cannot be read
     */
    CallFileRows.@Nullable CallRow next() throws UnreadableFileException, IOException {
        while (failure == null) {
            CallFileRows.CallRow next = read();
            if (next == null && failure == null && hasGrown()) {
                readAgain();
                continue;
            }
            CallFileRows.CallRow before = held;
            held = next;
            if (before != null) {
                line = before.line();
                return before;
            }
            if (next == null) {
                break;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    List<String> header() {
        return rows.header();
    }

    String description() {
        return rows.description();
    }

    FileScan scan() {
        return scan;
    }

    /** The last line of which a row was given, if whatever comes after it begins a new one. */
    long lastWholeLine() throws IOException {
        if (scan.size() == 0) {
            return 0;
        }
        try (var bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            bytes.read(last, scan.size() - 1);
            return last.get(0) == '\n' ? line : line - 1;
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** The next row that was not given before. */
    private CallFileRows.@Nullable CallRow read() throws IOException {
        try {
            CallFileRows.CallRow next = rows.next();
            while (next != null && next.line() <= line) {
                next = rows.next();
            }
            return next;
        } catch (UnreadableFileException e) {
            failure = e;
            return null;
        }
    }

    private boolean hasGrown() throws IOException {
        return Files.size(file) != scan.size();
    }

    private void readAgain() throws UnreadableFileException, IOException {
        held = null;
        rows.close();
        scan = FileScan.of(file, mapping.file());
        rows = CallFileRows.open(file, scan, mapping, work);
    }
}
