package io.redress.database;

import io.redress.handoff.DiskSync;
import io.redress.handoff.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's own files, which the library unpacks and never syncs: a power cut soon after leaves them empty beside the
 * library's sign that they are there. So they count only with a sign of ours, written when they are on the disk.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path folder;
    private final Path sign;

    PostgresBinaries(Path folder) {
        this.folder = folder;
        this.sign = folder.resolve("on-disk");
    }

    /** Away with what may not have reached the disk; it is unpacked again, for nobody but us. No server of it runs. */
    void discardUnlessWhole() throws IOException {
        if (Files.isDirectory(folder) && !Files.exists(sign)) {
            LOG.info("{} may not be whole: unpacking it again", folder);
            FileSystemUtils.deleteRecursively(folder);
        }
        OwnerOnly.folder(folder);
    }

    /** What was unpacked survives a power cut after this. */
    void keep() throws IOException {
        // For a second server of one process the library unpacks nothing: it takes the files of the first.
        if (Files.exists(sign) || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                OwnerOnly.shut(path);
                DiskSync.of(path);
            }
        }
        OwnerOnly.file(sign);
        for (Path path : List.of(sign, folder, folder.toAbsolutePath().getParent())) {
            DiskSync.of(path);
        }
    }
}
