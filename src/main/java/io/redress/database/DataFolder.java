package io.redress.database;

import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with everything that must survive a restart, held by one hub at a time. The lock goes with the process,
 * however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, and makes it if need be. From then on nobody but its owner gets into it.
     *
     * @throws IllegalStateException when another hub has it
     */
    public static DataFolder take(Path path) {
        try {
            PrivateFiles.folder(path);
            var channel = FileChannel.open(PrivateFiles.file(path.resolve("hub.lock")), StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException("another hub runs on the data folder " + path.toAbsolutePath()
                        + "; stop it, or give this one another redress.data-dir");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path.toAbsolutePath() + " cannot be used", e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
