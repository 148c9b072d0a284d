package io.redress.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_a_secret_without_the_white_space_at_its_ends() throws IOException {
        write("returns.password", "  correct horse\n\n", "rw-------");
        assertThat(new Secrets(folder).values())
                .containsExactly(java.util.Map.entry("returns.password", "correct horse"));
    }

    @Test
    void what_others_may_read_is_not_used_and_told_with_the_command_that_mends_it() throws IOException {
        Path file = write("RETURNS_PASSWORD", "correct horse", "rw-r-----");
        var secrets = new Secrets(folder);
        assertThat(secrets.values()).isEmpty();
        assertThat(secrets.findings())
                .singleElement()
                .hasToString(file + ": others may read the secret; it is not used → chmod 600 " + file);
    }

    @Test
    void a_change_is_taken_when_two_looks_saw_the_same() throws IOException {
        write("token", "one", "rw-------");
        var secrets = new Secrets(folder);
        write("token", "two", "r--------");
        secrets.poll();
        assertThat(secrets.values()).containsEntry("token", "one");
        secrets.poll();
        assertThat(secrets.values()).containsEntry("token", "two");
    }

    @Test
    void a_secret_that_is_spoilt_keeps_its_last_good_value() throws IOException {
        Path file = write("token", "one", "rw-------");
        var secrets = new Secrets(folder);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        secrets.poll();
        secrets.poll();
        assertThat(secrets.values()).containsEntry("token", "one");
        assertThat(secrets.findings()).hasSize(1);
    }

    @Test
    void a_folder_may_come_later() throws IOException {
        Path later = folder.resolve("secrets");
        var secrets = new Secrets(later);
        Files.createDirectory(later);
        Files.writeString(later.resolve("token"), "x");
        Files.setPosixFilePermissions(later.resolve("token"), PosixFilePermissions.fromString("rw-------"));
        secrets.poll();
        secrets.poll();
        assertThat(secrets.values()).containsEntry("token", "x");
    }

    @Test
    void hidden_files_and_those_of_editors_are_passed_over() throws IOException {
        write(".token.swp", "x", "rw-------");
        write("token~", "x", "rw-------");
        assertThat(new Secrets(folder).files()).isEmpty();
    }

    @Test
    void empty_files_folders_and_odd_names_are_told() throws IOException {
        write("token", "\n", "rw-------");
        write("my token", "x", "rw-------");
        Files.createDirectory(folder.resolve("shop"));
        assertThat(new Secrets(folder).findings())
                .extracting(Finding::problem)
                .containsExactly("is not the name of a setting", "is no file", "the secret is empty");
    }

    @Test
    void values_are_blacked_out_in_texts() throws IOException {
        write("token", "correct horse", "rw-------");
        assertThat(new Secrets(folder).masked("cannot log in with correct horse"))
                .isEqualTo("cannot log in with xxxxxx");
    }

    private Path write(String name, String text, String mode) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
