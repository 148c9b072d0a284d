package io.redress.handoff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** What a power cut must not undo. */
public final class DiskSync {

    private DiskSync() {}

    /** Returns once a file, or the entries of a directory, are on the disk. */
    public static void of(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** As {@link #of}, for a directory and all that is in it; links are not followed. */
    public static void tree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                of(path);
            }
        }
    }
}
