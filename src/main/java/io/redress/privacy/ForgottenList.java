package io.redress.privacy;

import io.redress.encryption.HmacSha256;
import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Who was forgotten, beside the database, so that it is still known when the database comes back from a backup: a line
 * each, the time and a keyed hash of the value. Without the hub's key nobody can be looked up in it.
 */
public final class ForgottenList {

    private final Path file;
    private final HmacSha256 key;

    public ForgottenList(Path file, byte[] key) {
        this.file = file;
        this.key = new HmacSha256(key);
    }

    /** The value's keyed hash, hexadecimal. */
    public String hash(PersonValue value) {
        return key.hex(value.kind().key() + ':' + value.text());
    }

    /** On disk when it returns. */
    public synchronized void add(PersonValue value, Instant at) {
        byte[] line = (at + " " + hash(value) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            PrivateFiles.file(file);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of the forgotten, " + file + ", cannot be written", e);
        }
    }

    /**
     * Whether somebody with the value was forgotten at or after a time: then what is older is to be forgotten again.
     *
     * @param received when the data came in
     */
    public synchronized boolean has(PersonValue value, Instant received) {
        return entries(received).contains(hash(value));
    }

    private Set<String> entries(Instant since) {
        Set<String> hashes = new HashSet<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" ");
                    if (parts.length == 2 && !Instant.parse(parts[0]).isBefore(since)) {
                        hashes.add(parts[1]);
                    }
                }
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of the forgotten, " + file + ", cannot be read", e);
        }
    }
}
