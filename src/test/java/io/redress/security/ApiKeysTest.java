package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.settings.ApiSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    @TempDir
    Path folder;

    @Test
    void each_key_has_its_name() {
        var keys =
                new ApiKeys(new ApiSettings("key-of-the-environment", Map.of("reports", "key-of-the-reports"), false));
        assertThat(keys.nameOf("key-of-the-environment")).contains("default");
        assertThat(keys.nameOf("key-of-the-reports")).contains("reports");
        assertThat(keys.nameOf("key-of-nobody")).isEmpty();
        assertThat(keys.nameOf("")).isEmpty();
    }

    @Test
    void a_key_is_read_from_a_file_without_its_line_end() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "key-of-the-file\n");
        var keys = new ApiKeys(new ApiSettings(null, Map.of("ops", "file:" + file), false));
        assertThat(keys.nameOf("key-of-the-file")).contains("ops");
    }

    @Test
    void an_empty_key_is_no_key() {
        assertThat(new ApiKeys(new ApiSettings(" ", Map.of("ops", ""), false)).none())
                .isTrue();
    }

    @Test
    void a_missing_or_empty_key_file_stops_the_start_and_says_which() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        for (Path file : new Path[] {empty, folder.resolve("missing")}) {
            var settings = new ApiSettings(null, Map.of("ops", "file:" + file), false);
            assertThatThrownBy(() -> new ApiKeys(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("redress.api.keys.ops")
                    .hasMessageContaining(file.toString());
        }
    }
}
