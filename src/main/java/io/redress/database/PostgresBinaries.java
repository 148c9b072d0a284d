package io.redress.database;

import io.redress.handoff.DiskSync;
import io.redress.handoff.PrivateFiles;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's own files, which the library unpacks and never syncs: a power cut soon after leaves them empty beside the
 * library's sign that they are there. So they count only with a sign of ours, written when they are on the disk. It names
 * the archive that they came from: a hub that brings another version replaces them.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path folder;
    private final Path sign;
    private final String archive;

    /**
     * Files in a folder.
     *
     * @param archive digest of the archive that the hub brings for this machine
     */
    PostgresBinaries(Path folder, String archive) {
        this.folder = folder;
        this.sign = folder.resolve("on-disk");
        this.archive = archive;
    }

    /** Those that the hub brings for this machine, in a folder that need not exist. */
    static PostgresBinaries in(Path folder) throws IOException {
        String system = SystemUtils.IS_OS_MAC ? "Darwin" : SystemUtils.IS_OS_WINDOWS ? "Windows" : "Linux";
        String machine = SystemUtils.OS_ARCH.equals("amd64") ? "x86_64" : SystemUtils.OS_ARCH; // as the library says it
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return new PostgresBinaries(folder, DigestUtils.sha256Hex(archive));
        }
    }

    /**
     * Away with what another version brought, or what may not have reached the disk; it is unpacked again, for nobody but us.
     * No server of it runs.
     */
    void discardUnlessOurs() throws IOException {
        if (Files.isDirectory(folder) && !Files.exists(sign)) {
            LOG.info("{} may not be whole: unpacking it again", folder);
            FileSystemUtils.deleteRecursively(folder);
        } else if (Files.exists(sign) && !Files.readString(sign).equals(archive)) {
            LOG.info("{} is of another version of the hub: unpacking this one's", folder);
            FileSystemUtils.deleteRecursively(folder);
        }
        PrivateFiles.folder(folder);
    }

    /** What was unpacked survives a power cut after this. */
    void keep() throws IOException {
        // For a second server of one process the library unpacks nothing: it takes the files of the first.
        if (Files.exists(sign) || !Files.isDirectory(folder)) {
            return;
        }
        PrivateFiles.shutAll(folder);
        DiskSync.tree(folder);
        PrivateFiles.file(sign);
        Files.writeString(sign, archive);
        for (Path path : List.of(sign, folder, folder.toAbsolutePath().getParent())) {
            DiskSync.of(path);
        }
    }
}
