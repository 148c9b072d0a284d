package io.redress.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Keys for tests: each id has always the same secret. */
public final class TestKeys {

    private TestKeys() {}

    /** Encrypts with the first key. */
    public static DataEncryption encrypting(String... ids) {
        return new DataEncryption(keys(ids), true);
    }

    /** Reads what the keys encrypted and stores plain. */
    public static DataEncryption reading(String... ids) {
        return new DataEncryption(keys(ids), false);
    }

    public static List<EncryptionKey> keys(String... ids) {
        return Arrays.stream(ids).map(id -> new EncryptionKey(id, secret(id))).toList();
    }

    /** A key file with a line for each id. */
    public static Path file(Path file, String... ids) {
        String lines = Arrays.stream(ids).map(TestKeys::line).collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, lines);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(String id) {
        return id + " " + Base64.getEncoder().encodeToString(secret(id));
    }

    private static byte[] secret(String id) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) id.hashCode());
        return secret;
    }
}
