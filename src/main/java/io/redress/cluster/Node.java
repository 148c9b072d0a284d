package io.redress.cluster;

import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A hub among those that share a database.
 *
 * @param id the same over restarts, as its data folder is
 * @param name for people
 */
public record Node(UUID id, String name) {

    /** @param file in the data folder; made when it is missing or was not written to its end */
    public static Node of(Path file, String name) {
        try {
            if (Files.exists(file)) {
                return new Node(UUID.fromString(Files.readString(file).strip()), name);
            }
        } catch (IllegalArgumentException e) {
            // the process was killed while it wrote the file: nobody has seen the id
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        try {
            var node = new Node(UUID.randomUUID(), name);
            Files.writeString(PrivateFiles.file(file), node.id() + "\n");
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
