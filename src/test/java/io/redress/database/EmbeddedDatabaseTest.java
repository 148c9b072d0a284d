package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.handoff.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    private static final String PASSWORD = "secret";

    /** A data folder whose server was started and stopped once: making one takes longer than most of the tests. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void makes() throws Exception {
        EmbeddedDatabase.start(made, PASSWORD).close();
    }

    private Path made() throws Exception {
        var copy = new ProcessBuilder("cp", "-a", made + "/.", folder.toString()).start();
        assertThat(copy.waitFor()).isZero();
        return folder;
    }

    @Test
    void a_pid_file_that_a_power_cut_emptied_does_not_keep_it_from_starting() throws Exception {
        made();
        for (String left : new String[] {"", "\0\0\0\0"}) {
            Files.writeString(folder.resolve("postgres/postmaster.pid"), left);
            try (var database = EmbeddedDatabase.start(folder, PASSWORD);
                    var connection = DriverManager.getConnection(database.url(), "postgres", PASSWORD)) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void a_cluster_of_an_earlier_hub_logs_its_pages_compressed_and_still_syncs() throws Exception {
        try (var database = EmbeddedDatabase.start(made(), PASSWORD);
                var connection = DriverManager.getConnection(database.url(), "postgres", PASSWORD);
                var statement = connection.createStatement();
                var settings = statement.executeQuery("""
                        select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
                        where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_compression', 'checkpoint_timeout')
                        """)) {
            settings.next();
            assertThat(settings.getString(1))
                    .isEqualTo(
                            "checkpoint_timeout=1800 fsync=on full_page_writes=on synchronous_commit=on wal_compression=pglz");
        }
    }

    @Test
    void a_server_that_was_killed_is_started_again_at_the_same_port() throws Exception {
        try (var database = EmbeddedDatabase.start(made(), PASSWORD)) {
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
        made();
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
    void nobody_gets_in_without_the_password() throws Exception {
        try (var database = EmbeddedDatabase.start(folder, PASSWORD)) {
            assertShut(database);
            assertThat(folder.resolve("postgres.password")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local all all trust\nhost all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n",
                "host all all all trust\n"
            })
    void a_cluster_that_trusts_everybody_on_the_machine_is_shut_at_the_start(String rules) throws Exception {
        EmbeddedDatabase.start(folder, "an older one").close();
        Files.writeString(folder.resolve("postgres/pg_hba.conf"), rules);
        try (var database = EmbeddedDatabase.start(folder, PASSWORD)) {
            assertShut(database);
            assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void its_socket_and_files_are_in_the_data_folder_and_the_owners_alone() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("deep/".repeat(30)));
        try (var database = EmbeddedDatabase.start(deep, PASSWORD)) {
            String port = database.url().replaceAll(".*:(\\d+)/.*", "$1");
            assertThat(deep.resolve("postgres/.s.PGSQL." + port)).exists();
            assertThat(Path.of("/tmp/.s.PGSQL." + port)).doesNotExist();
            for (String name : List.of("postgres", "postgres-bin", "postgres.log")) {
                assertThat(PrivateFiles.isOpen(deep.resolve(name))).as(name).isFalse();
            }
        }
    }

    private static void assertShut(EmbeddedDatabase database) throws Exception {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", PASSWORD)) {
            assertThat(connection.isValid(5)).isTrue();
        }
        for (String wrong : List.of("", "postgres", "an older one")) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", wrong)
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_major_version_that_the_hub_names_is_that_of_its_binaries() throws Exception {
        assertThat(made.resolve("postgres/PG_VERSION")).content().isEqualToIgnoringNewLines(ClusterVersion.OURS);
    }
}
