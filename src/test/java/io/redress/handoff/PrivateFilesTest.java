package io.redress.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path folder;

    @Test
    void folders_and_files_are_made_for_their_owner_alone() throws Exception {
        Path made = PrivateFiles.folder(folder.resolve("a/b/c"));
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(PrivateFiles.file(made.resolve("file")))).isEqualTo("rw-------");
        Path part = made.resolve("part");
        FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PrivateFiles.attributes(part))
                .close();
        assertThat(permissions(part)).isEqualTo("rw-------");
    }

    @Test
    void what_was_open_is_shut_and_keeps_what_its_owner_may() throws Exception {
        Path program =
                Files.createFile(PrivateFiles.folder(folder.resolve("bin")).resolve("program"));
        set(program, "rwxrwxrwx");
        set(program.getParent(), "rwxrwxrwx");
        Path outside = Files.createFile(folder.resolve("outside"));
        set(outside, "rw-rw-rw-");
        Files.createSymbolicLink(program.resolveSibling("link"), outside);
        assertThat(PrivateFiles.isOpen(program.getParent())).isTrue();
        PrivateFiles.shutAll(program.getParent());
        assertThat(permissions(program)).isEqualTo("rwx------");
        assertThat(permissions(program.getParent())).isEqualTo("rwx------");
        assertThat(permissions(outside)).as("links lead elsewhere").isEqualTo("rw-rw-rw-");
        assertThat(PrivateFiles.isOpen(program.getParent())).isFalse();
    }

    @Test
    void what_is_not_there_is_not_open() throws Exception {
        assertThat(PrivateFiles.isOpen(folder.resolve("nothing"))).isFalse();
        PrivateFiles.shutAll(folder.resolve("nothing"));
    }

    private static void set(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
