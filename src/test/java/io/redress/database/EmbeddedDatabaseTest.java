package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final String PASSWORD = "secret";

    @TempDir
    Path folder;

    @Test
    void a_pid_file_that_a_power_cut_emptied_does_not_keep_it_from_starting() throws Exception {
        EmbeddedDatabase.start(folder, PASSWORD).close();
        for (String left : new String[] {"", "\0\0\0\0"}) {
            Files.writeString(folder.resolve("postgres/postmaster.pid"), left);
            try (var database = EmbeddedDatabase.start(folder, PASSWORD);
                    var connection = DriverManager.getConnection(database.url(), "postgres", PASSWORD)) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void a_server_that_was_killed_is_started_again_at_the_same_port() throws Exception {
        try (var database = EmbeddedDatabase.start(folder, PASSWORD)) {
            String url = database.url();
            new Postmaster(folder.resolve("postgres")).process().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                try (var connection = DriverManager.getConnection(url, "postgres", PASSWORD)) {
                    return connection.isValid(5);
                }
            });
        }
        assertThat(new Postmaster(folder.resolve("postgres")).process()).isEmpty();
    }

    @Test
    void binaries_that_a_power_cut_emptied_before_they_were_on_disk_are_unpacked_again() throws Exception {
        EmbeddedDatabase.start(folder, PASSWORD).close();
        Path binaries = folder.resolve("postgres-bin");
        Files.delete(binaries.resolve("on-disk"));
        try (var files = Files.walk(binaries)) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.getFileName().toString().equals("postgres"))
                            .filter(Files::isRegularFile)::iterator) {
                Files.write(file, new byte[0]);
            }
        }
        try (var database = EmbeddedDatabase.start(folder, PASSWORD);
                var connection = DriverManager.getConnection(database.url(), "postgres", PASSWORD)) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(binaries.resolve("on-disk")).exists();
        }
    }

    @Test
    void the_major_version_that_the_hub_names_is_that_of_its_binaries() throws Exception {
        EmbeddedDatabase.start(folder, PASSWORD).close();
        assertThat(folder.resolve("postgres/PG_VERSION")).content().isEqualToIgnoringNewLines(ClusterVersion.OURS);
    }
}
