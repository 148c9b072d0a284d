package io.redress.handoff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The Claim Check store: bytes under the name of their SHA-256, in a folder that all nodes see. What {@link #put}
 * returned is on disk, file and directory entry synced; the same bytes are stored once.
 */
public final class BlobStore {

    private static final String PREFIX = "sha256:";
    private static final Pattern REF = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final Path folder;

    public BlobStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Stores bytes and gives their claim check, {@code sha256:<hex>}.
     *
     * @throws UncheckedIOException when they could not be made durable
     */
    public String put(byte[] bytes) {
        String hex = HexFormat.of().formatHex(sha256(bytes));
        Path shelf = folder.resolve(hex.substring(0, 2));
        try {
            if (Files.exists(shelf.resolve(hex))) {
                // Who removes what nobody needs sees that somebody does.
                Files.setLastModifiedTime(shelf.resolve(hex), FileTime.from(Instant.now()));
            } else {
                create(shelf);
                write(shelf, hex, bytes);
            }
            // Also for bytes that are there: who stored them, maybe a moment ago, may not have come to this line yet.
            DiskSync.of(shelf);
            DiskSync.of(folder);
            return PREFIX + hex;
        } catch (IOException e) {
            throw new UncheckedIOException("blob store " + folder + " takes no more: check its disk and rights", e);
        }
    }

    /**
     * The bytes of a claim check.
     *
     * @throws UncheckedIOException when they are not there or not what was stored
     */
    public byte[] get(String ref) {
        if (!REF.matcher(ref).matches()) {
            throw new IllegalArgumentException("not a claim check: " + ref);
        }
        try {
            byte[] bytes = Files.readAllBytes(path(ref.substring(PREFIX.length())));
            if (!ref.equals(PREFIX + HexFormat.of().formatHex(sha256(bytes)))) {
                throw new IOException("blob " + ref + " was changed on disk");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("blob " + ref + " is missing; restore it from the backup of " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes bytes that nobody needs any more.
     *
     * @param before the time at which it was found that nobody does: what was stored again since stays
     * @return false when they stay
     */
    public boolean remove(String ref, Instant before) {
        if (!REF.matcher(ref).matches()) {
            throw new IllegalArgumentException("not a claim check: " + ref);
        }
        Path file = path(ref.substring(PREFIX.length()));
        try {
            if (Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                return false;
            }
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + ref + " cannot be removed", e);
        }
    }

    private Path path(String hex) {
        return folder.resolve(hex.substring(0, 2)).resolve(hex);
    }

    private void write(Path shelf, String hex, byte[] bytes) throws IOException {
        Path part = shelf.resolve(hex + "." + UUID.randomUUID() + ".part");
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, shelf.resolve(hex), StandardCopyOption.ATOMIC_MOVE);
    }

    private void create(Path shelf) throws IOException {
        boolean first = !Files.exists(folder);
        Files.createDirectories(shelf);
        if (first) {
            DiskSync.of(folder.resolve(".."));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
