package io.redress.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void keys_come_in_the_order_of_their_lines() throws IOException {
        Path file = written("# newest first\n" + TestKeys.line("2026-11") + "\n\n" + TestKeys.line("k1") + "\n");
        assertThat(KeyFile.read(file)).extracting(EncryptionKey::id).containsExactly("2026-11", "k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx", "rwx------"})
    void a_file_that_is_open_to_others_is_refused(String rights) throws IOException {
        Path file = written(TestKeys.line("k1"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_its_owner_only_reads_is_fine() throws IOException {
        Path file = written(TestKeys.line("k1"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(KeyFile.read(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no key",
                "# only a comment|no key",
                "k1|not '<key id>",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=|not '<key id>",
                "k 1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=|not '<key id>",
                "schlüssel AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=|not '<key id>",
                "k1 c2VjcmV0|not the base64 of 32 bytes",
                "k1 !!!!|not the base64 of 32 bytes",
                "k1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==|not the base64 of 32 bytes"
            })
    void a_line_that_is_no_key_is_refused_with_place_and_remedy(String line, String problem) throws IOException {
        Path file = written(line);
        assertThatThrownBy(() -> KeyFile.read(file))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .hasMessageContaining("→")
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void two_keys_of_one_id_are_refused() throws IOException {
        Path file = written(TestKeys.line("k1") + "\n" + TestKeys.line("k1"));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining(":2: a line above has the id 'k1'");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none")))
                .hasMessageContaining("none")
                .hasMessageContaining("redress.encryption.key-file");
    }

    private Path written(String lines) throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
