package io.redress.configfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The text of files of {@code config/}. While edits are tried, a broken file reads as it was when it was last good, so that
 * it holds up none of the others.
 */
public final class ConfigText {

    private static final ThreadLocal<Map<Path, Optional<String>>> STAND_INS = ThreadLocal.withInitial(Map::of);

    /** Bytes; the reader of YAML refuses what has more than 3 MB of characters. */
    private static final int LONGEST = 16 << 20;

    private ConfigText() {}

    /** What is not UTF-8 is replaced by U+FFFD, so that its line can be told. */
    public static String read(Path file) throws IOException {
        Optional<String> standIn = STAND_INS.get().get(file);
        if (standIn == null) {
            return of(file);
        }
        return standIn.orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    /**
     * A file's text as it is now, of which the end is missing when it is longer than any YAML that is read.
     *
     * @throws IOException also for a pipe or a device, in which a reader waits for ever
     */
    public static String of(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is a pipe, a device or a folder");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }

    /** Whether there is such a file. */
    public static boolean isThere(Path file) {
        Optional<String> standIn = STAND_INS.get().get(file);
        return standIn == null ? Files.isRegularFile(file) : standIn.isPresent();
    }

    /**
     * Reads with other texts in the place of some files.
     *
     * @param standIns by path; empty: as if the file was not there
     */
    static <T> T with(Map<Path, Optional<String>> standIns, Supplier<T> reading) {
        STAND_INS.set(standIns);
        try {
            return reading.get();
        } finally {
            STAND_INS.remove();
        }
    }
}
