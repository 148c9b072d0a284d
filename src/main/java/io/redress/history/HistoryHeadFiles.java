package io.redress.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Heads as files, to be fetched and kept elsewhere: {@code <day>.head} (the text), {@code <day>.sig} (64 bytes),
 * {@code <day>.leaves}, and {@code history-key.pem}. Each appears whole or not at all; only the hub's user reads them.
 */
public final class HistoryHeadFiles {

    public static final String KEY = "history-key.pem";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final HistoryHeadKey key;

    public HistoryHeadFiles(Path folder, HistoryHeadKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Writes a head with its leaves; written again, it replaces what is there. */
    void write(SignedHead head, HistoryHeads heads) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, OWNER_ONLY);
            }
            put(KEY, out -> out.append(key.pem()));
            put(head.day() + ".leaves", out -> heads.leaves(head.day(), out));
            put(head.day() + ".head", out -> out.append(head.text()));
            Path part = part();
            Files.write(part, head.signature());
            move(part, head.day() + ".sig");
        } catch (IOException e) {
            throw new UncheckedIOException("the head of " + head.day() + " cannot be written to " + folder, e);
        }
    }

    private interface Content {

        void to(Writer out) throws IOException;
    }

    private void put(String name, Content content) throws IOException {
        Path part = part();
        try (Writer out = Files.newBufferedWriter(part)) {
            content.to(out);
        }
        move(part, name);
    }

    /** Temporary files are their owner's alone, whatever the umask. */
    private Path part() throws IOException {
        return Files.createTempFile(folder, "head", ".part");
    }

    private void move(Path part, String name) throws IOException {
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
