package io.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"", "archive-of-before", "archive-of-today\n"})
    void files_of_another_version_or_of_none_that_is_named_are_thrown_away(String sign) throws IOException {
        Path folder = unpacked();
        Files.writeString(folder.resolve("on-disk"), sign);
        new PostgresBinaries(folder, "archive-of-today").discardUnlessOurs();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void files_without_the_sign_are_thrown_away() throws IOException {
        Path folder = unpacked();
        new PostgresBinaries(folder, "archive-of-today").discardUnlessOurs();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void files_of_this_version_are_kept_once_they_are_on_disk() throws IOException {
        Path folder = unpacked();
        var binaries = new PostgresBinaries(folder, "archive-of-today");
        binaries.keep();
        binaries.discardUnlessOurs();
        assertThat(folder.resolve("PG-1/bin/postgres")).exists();
        assertThat(folder.resolve("on-disk")).content().isEqualTo("archive-of-today");
    }

    private Path unpacked() throws IOException {
        Path folder = data.resolve("postgres-bin");
        Path programs = Files.createDirectories(folder.resolve("PG-1/bin"));
        Files.writeString(programs.resolve("postgres"), "a program");
        return folder;
    }
}
