package io.redress.handoff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a power cut must not undo. */
public final class DiskSync {

    private DiskSync() {}

    /** Returns once a file, or the entries of a directory, are on the disk. */
    public static void of(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
