package io.redress.privacy;

import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of call centres and diallers that the hub has done with: under {@code inbox/…/done} and {@code …/failed} with
 * their reports, and the call lists under {@code outbox}. What still waits in an inbox is not touched.
 */
public final class CallFolders {

    private static final Logger LOG = LoggerFactory.getLogger(CallFolders.class);

    /** Bigger ones are not taken into memory. */
    private static final long LARGEST = 256L << 20;

    private final List<Path> inboxes;
    private final Path outbox;

    /** @param inboxes folders under which there are {@code done} and {@code failed}, at any depth */
    public CallFolders(List<Path> inboxes, Path outbox) {
        this.inboxes = List.copyOf(inboxes);
        this.outbox = outbox;
    }

    /** All of them. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        inboxes.forEach(inbox -> under(inbox, true, files));
        under(outbox.resolve("callbacks"), false, files); // the signed heads of histories lie beside it
        return files;
    }

    /**
     * Empties the rows in which somebody stands.
     *
     * @return files that could not be read as tables, and hold a trace or may hold one
     */
    public List<Path> blank(TraceSearch traceSearch) {
        var rows = new RowRedaction(traceSearch);
        var sheets = new SheetRedaction(rows);
        List<Path> left = new ArrayList<>();
        for (Path file : files()) {
            try {
                blank(file, rows, sheets);
            } catch (NoSuchFileException e) {
                continue; // moved on meanwhile
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} cannot be read as a table, so no personal data is removed from it", file, e);
                left.add(file); // told to whoever asked, by name
            }
        }
        return left;
    }

    private static void blank(Path file, RowRedaction rows, SheetRedaction sheets) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            byte[] blanked = sheets.blank(file);
            if (blanked != null) {
                replace(file, blanked);
            }
            return;
        }
        byte[] before = Files.readAllBytes(file);
        byte[] after = rows.blank(before);
        if (after != before) {
            replace(file, after);
        }
    }

    /** Whole or not at all, with the time that the file had. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        PrivateFiles.file(part);
        Files.write(part, bytes);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.setLastModifiedTime(part, time);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void under(Path folder, boolean doneOnly, List<Path> files) {
        try (Stream<Path> found = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            found.filter(Files::isRegularFile)
                    .filter(file -> !doneOnly || isDone(folder.relativize(file)))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static boolean isDone(Path file) {
        for (Path part : file) {
            if (part.toString().equals("done") || part.toString().equals("failed")) {
                return true;
            }
        }
        return false;
    }
}
