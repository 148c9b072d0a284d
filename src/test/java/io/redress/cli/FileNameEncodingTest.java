package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameEncodingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX"})
    void in_a_locale_without_chinese_names_the_hub_does_not_start_and_says_why(String locale) throws Exception {
        Process hub = start(locale);
        assertThat(hub.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(hub.exitValue()).isEqualTo(1);
        assertThat(new String(hub.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("does not start", "LC_ALL=C.UTF-8")
                .doesNotContain("Exception");
    }

    @Test
    void in_the_locale_of_these_tests_it_may() {
        assertThat(FileNameEncoding.unusable()).isEmpty();
    }

    private Process start(String locale) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Redress.class.getName());
        command.environment().put("LC_ALL", locale);
        command.environment().put("LANG", locale);
        return command.directory(folder.toFile()).start();
    }
}
