package io.redress.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for traces in every file under a folder, whatever it holds. Files that go while it looks are no trace. */
public final class FolderSearch {

    private static final int BLOCK = 1 << 20;
    /** PostgreSQL's programs, and secrets, which hold nobody's data. */
    private static final Set<String> LEFT_OUT = Set.of("postgres-bin", "secrets");

    private FolderSearch() {}

    /** The files that hold one of the traces. */
    public static List<Path> find(Path folder, TraceSearch traceSearch) {
        List<Path> found = new ArrayList<>();
        if (traceSearch.isEmpty() || !Files.isDirectory(folder)) {
            return found;
        }
        byte[] block = new byte[BLOCK + traceSearch.longest()]; // one for all: most files are far smaller
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(String.valueOf(path.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && holds(file, traceSearch, block)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                    if (error instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw error;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be searched", e);
        }
        return found;
    }

    private static boolean holds(Path file, TraceSearch traceSearch, byte[] block) throws IOException {
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(block, kept, BLOCK)) > 0) {
                int length = kept + read;
                if (traceSearch.in(block, length)) {
                    return true;
                }
                kept = Math.min(length, traceSearch.longest() - 1);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException e) {
            throw new IOException("the hub's user may not read " + file, e);
        }
    }
}
