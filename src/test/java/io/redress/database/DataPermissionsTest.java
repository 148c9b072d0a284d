package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPermissionsTest {

    private static final List<String> OLD = List.of(
            "postgres-bin/PG-1/bin",
            "broker/tmp",
            "blobs/ab",
            "inbox/call-center/done/2026-11-28",
            "outbox/callbacks",
            "work/x");

    @TempDir
    Path folder;

    private Path data;

    /** A folder as earlier versions left it, under a umask of 000. */
    @BeforeEach
    void make() throws Exception {
        data = folder.resolve("data");
        for (String name : OLD) {
            Files.createDirectories(data.resolve(name));
            Files.createFile(data.resolve(name).resolve("file"));
        }
        try (var paths = Files.walk(data)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    @Test
    void a_folder_of_an_earlier_version_is_shut_whole() throws Exception {
        new DataPermissions(data, null).apply();
        try (var paths = Files.walk(data)) {
            assertThat(paths).allSatisfy(path -> assertThat(mode(path)).endsWith("00"));
        }
    }

    @Test
    void a_group_may_put_files_into_the_inbox_and_get_nowhere_else() throws Exception {
        String group =
                Files.readAttributes(data, PosixFileAttributes.class).group().getName();
        new DataPermissions(data, group).apply();
        assertThat(mode(data)).isEqualTo("710");
        assertThat(mode(data.resolve("inbox"))).isEqualTo("710");
        assertThat(mode(data.resolve("inbox/call-center"))).isEqualTo("3730");
        assertThat(mode(data.resolve("inbox/call-center/done"))).isEqualTo("700");
        assertThat(mode(data.resolve("broker"))).isEqualTo("700");
        new DataPermissions(data, " ").apply();
        assertThat(mode(data)).isEqualTo("700");
    }

    @Test
    void a_group_that_does_not_exist_is_told() {
        assertThatThrownBy(() -> new DataPermissions(data, "no-such-group").apply())
                .isInstanceOf(UserPrincipalNotFoundException.class);
    }

    private static String mode(Path path) throws java.io.IOException {
        return Integer.toOctalString((int) Files.getAttribute(path, "unix:mode") & 07777);
    }
}
