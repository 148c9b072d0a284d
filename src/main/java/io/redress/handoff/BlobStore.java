package io.redress.handoff;

import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionPurpose;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The Claim Check store: bytes under the name of their SHA-256, in a folder that all nodes see. What {@link #put}
 * returned is on disk, file and directory entry synced; the same bytes are stored once. Encrypted ones lie under a keyed
 * name instead; their claim check is the same.
 */
public final class BlobStore {

    private static final String PREFIX = "sha256:";
    private static final Pattern REF = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final Path folder;
    private final DataEncryption encryption;

    /** A store of plain bytes. */
    public BlobStore(Path folder) {
        this(folder, DataEncryption.none());
    }

    public BlobStore(Path folder, DataEncryption encryption) {
        this.folder = folder;
        this.encryption = encryption;
    }

    /**
     * Stores bytes and gives their claim check, {@code sha256:<hex>}.
     *
     * @throws UncheckedIOException when they could not be made durable
     */
    public String put(byte[] bytes) {
        String hex = DigestUtils.sha256Hex(bytes);
        String name = encryption.names(hex).get(0);
        Path shelf = folder.resolve(name.substring(0, 2));
        try {
            if (Files.exists(shelf.resolve(name))) {
                // Who removes what nobody needs sees that somebody does.
                Files.setLastModifiedTime(shelf.resolve(name), FileTime.from(Instant.now()));
            } else {
                create(shelf);
                write(shelf, name, encryption.encrypt(EncryptionPurpose.BLOB, name, bytes));
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
        try {
            byte[] bytes = stored(ref);
            if (!ref.equals(PREFIX + DigestUtils.sha256Hex(bytes))) {
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
     * Where the bytes of a claim check lie or may lie: as they would be stored now, with another key of the key file, or
     * plain. Who deletes them deletes each of these files that is there.
     */
    public List<Path> places(String ref) {
        if (!REF.matcher(ref).matches()) {
            throw new IllegalArgumentException("not a claim check: " + ref);
        }
        return encryption.names(ref.substring(PREFIX.length())).stream()
                .map(this::path)
                .toList();
    }

    /**
     * Removes bytes that nobody needs any more, wherever they lie.
     *
     * @param before the time at which it was found that nobody does: what was stored again since stays
     * @return false when they stay
     */
    public boolean remove(String ref, Instant before) {
        try {
            for (Path file : places(ref)) {
                if (Files.exists(file)
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    return false;
                }
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + ref + " cannot be removed", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The bytes in a file of the store; {@link #get} checks that they are what its claim check says. */
    byte[] read(Path file) throws IOException {
        return encryption.decrypt(EncryptionPurpose.BLOB, String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    private byte[] stored(String ref) throws IOException {
        List<Path> places = places(ref);
        for (Path place : places) {
            if (Files.exists(place)) {
                try {
                    return read(place);
                } catch (NoSuchFileException e) {
                    // rewritten with the current key a moment ago: it lies in the first place now
                }
            }
        }
        return read(places.get(0));
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private void write(Path shelf, String name, byte[] bytes) throws IOException {
        Path part = shelf.resolve(name + "." + UUID.randomUUID() + ".part");
        try (var channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PrivateFiles.attributes(part))) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void create(Path shelf) throws IOException {
        boolean first = !Files.exists(folder);
        if (!Files.isDirectory(shelf)) {
            PrivateFiles.folder(shelf);
        }
        if (first) {
            DiskSync.of(folder.resolve(".."));
        }
    }
}
