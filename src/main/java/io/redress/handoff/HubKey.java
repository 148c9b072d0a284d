package io.redress.handoff;

import io.redress.encryption.HmacSha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The hub's own secret, from which it derives a key for each purpose (HMAC-SHA256 over the purpose's name, as in the
 * expand step of RFC 5869). It lives in a file that only the hub's user reads; all nodes need the same one.
 */
public final class HubKey {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final byte[] secret;

    private HubKey(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the key file, 64 hexadecimal digits, or makes it at the first start. */
    public static HubKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != 32) {
                throw new IllegalArgumentException(secret.length + " bytes instead of 32");
            }
            return new HubKey(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " must hold 64 hexadecimal digits; restore it from the backup, or from another node", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        }
    }

    public byte[] derive(String purpose) {
        return new HmacSha256(secret).of(purpose);
    }

    private static void create(Path file) throws IOException {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        if (!Files.isDirectory(folder)) {
            PrivateFiles.folder(folder);
        }
        Path part = Files.createTempFile(folder, "hub", ".key", OWNER_ONLY);
        try {
            Files.writeString(part, HexFormat.of().formatHex(fresh) + "\n");
            Files.createLink(file, part); // whole or not at all, and never over another node's key
        } catch (FileAlreadyExistsException e) {
            // Another node was faster; its key is read next.
        } finally {
            Files.delete(part);
        }
    }
}
