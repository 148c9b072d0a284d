package io.redress.handoff;

import io.redress.encryption.DataEncryption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stores the files of a blob store anew that are not stored as they would be now: by an older key, or plain. */
public final class BlobReencryption {

    /** Longer than what stands before the content. */
    private static final int BEGINNING = 128;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final BlobStore blobs;
    private final DataEncryption encryption;

    public BlobReencryption(BlobStore blobs, DataEncryption encryption) {
        this.blobs = blobs;
        this.encryption = encryption;
    }

    /**
     * Goes through the whole folder. The new file is on disk before the old one goes, so that it may break off anywhere.
     *
     * @return how many files were rewritten
     * @throws IOException when a file could be neither read nor written; those before it are done
     */
    public long run() throws IOException {
        if (!Files.exists(blobs.folder())) {
            return 0;
        }
        long rewritten = 0;
        try (Stream<Path> files = Files.walk(blobs.folder(), 2)) {
            for (Iterator<Path> all = files.iterator(); all.hasNext(); ) {
                Path file = all.next();
                if (NAME.matcher(String.valueOf(file.getFileName())).matches() && rewrite(file)) {
                    rewritten++;
                }
            }
        }
        return rewritten;
    }

    private boolean rewrite(Path file) throws IOException {
        try {
            if (encryption.isCurrent(beginning(file))) {
                return false;
            }
            String ref = blobs.put(blobs.read(file));
            if (!blobs.places(ref).get(0).equals(file)) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false; // deleted meanwhile
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        }
    }
}
