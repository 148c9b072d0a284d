package io.redress.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads keys from a file: a line each, {@code <key id> <base64 of 32 bytes>}, the current one first; empty lines and lines
 * that begin with {@code #} are skipped. Only its owner may read it.
 */
public final class KeyFile {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int KEY_BYTES = 32;

    private KeyFile() {}

    /**
     * The keys in the order of their lines, at least one.
     *
     * @throws IllegalStateException with line and remedy when the file cannot be used; never with a part of a key
     */
    public static List<EncryptionKey> read(Path file) {
        List<String> lines = lines(file);
        var keys = new ArrayList<EncryptionKey>();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                EncryptionKey key = key(file + ":" + (n + 1), line);
                if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
                    throw new IllegalStateException(file + ":" + (n + 1) + ": a line above has the id '" + key.id()
                            + "' already → give each key an id of its own, such as its month");
                }
                keys.add(key);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    file + ": no key → write a line: echo \"k1 $(openssl rand -base64 32)\" >> " + file);
        }
        return List.copyOf(keys);
    }

    private static List<String> lines(Path file) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(file + ": others than its owner may use it → chmod 600 " + file);
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    file + ": cannot be read (" + e.getClass().getSimpleName()
                            + ") → put the key file there, or fix redress.encryption.key-file",
                    e);
        }
    }

    private static EncryptionKey key(String place, String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
            throw new IllegalStateException(place + ": not '<key id> <base64 of 32 bytes>'; an id is up to 32 of"
                    + " A-Z a-z 0-9 . _ - → openssl rand -base64 32 makes a key");
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(parts[1]);
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != KEY_BYTES) {
            throw new IllegalStateException(place + ": key '" + parts[0] + "' is not the base64 of 32 bytes"
                    + " → openssl rand -base64 32 makes one");
        }
        return new EncryptionKey(parts[0], secret);
    }
}
