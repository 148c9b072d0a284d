package io.redress.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.offline.OfflineContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the files of {@code config/}, one at a time in what is shipped. */
class ConfigMistakesTest {

    @TempDir
    static Path folder;

    private static OfflineContext hub;

    @BeforeAll
    static void copy() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("config"))) {
            all.forEach(path -> {
                try {
                    Files.copy(
                            path,
                            folder.resolve(Path.of("config").relativize(path).toString()));
                } catch (java.nio.file.FileAlreadyExistsException e) {
                    // the folder itself
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        System.setProperty("redress.config-dir", folder.toString());
        hub = new OfflineContext(Redress.class);
    }

    @AfterAll
    static void close() {
        System.clearProperty("redress.config-dir");
        hub.close();
    }

    static Stream<String> mistakes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/settings/config.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_its_file_and_what_to_write(String line) throws IOException {
        String[] part = line.split("\\|", 3);
        Path file = folder.resolve(part[0]);
        String[] edit = part[1].split(" => ", 2);
        String sound = Files.readString(file);
        assertThat(sound).contains(edit[0]);
        int at = sound.indexOf(edit[0]);
        String from = edit[0].startsWith("  ")
                ? edit[0].substring(0, edit[0].length() - edit[0].stripLeading().length())
                : "";
        String to = (edit[1].startsWith("\t") ? "" : from) + edit[1].replace("\\n", "\n");
        try {
            Files.writeString(file, sound.substring(0, at) + to + sound.substring(at + edit[0].length()));
            int colon = part[2].indexOf(": ");
            int expected = Integer.parseInt(part[2].substring(0, colon));
            String[] words = part[2].substring(colon + 2).split(" → ", 2);
            assertThat(findings(file))
                    .anyMatch(finding -> finding.file().equals(file)
                            && (expected == 0 || finding.line() == expected)
                            && (finding.problem().contains(words[0])
                                    || finding.remedy().contains(words[0]))
                            && (words.length == 1 || finding.remedy().contains(words[1]))
                            && !finding.toString().contains("Exception"))
                    .allMatch(finding ->
                            finding.file().equals(file) || finding.problem().contains("lacks the text"));
        } finally {
            Files.writeString(file, sound);
        }
    }

    @Test
    void bytes_that_are_not_utf8_are_named_in_every_file() throws IOException {
        for (Path file : yaml()) {
            byte[] sound = Files.readAllBytes(file);
            try {
                Files.write(file, "# 退货入口\n".getBytes(java.nio.charset.Charset.forName("GBK")));
                assertThat(findings(file))
                        .as(file.toString())
                        .extracting(Finding::toString)
                        .contains(file + ":1: is not UTF-8 → save the file in UTF-8");
            } finally {
                Files.write(file, sound);
            }
        }
    }

    @Test
    void an_empty_file_is_no_reason_for_a_stack_trace() throws IOException {
        for (Path file : yaml()) {
            byte[] sound = Files.readAllBytes(file);
            try {
                Files.writeString(file, "{}\n");
                findings(file);
                Files.writeString(file, "");
                findings(file);
            } finally {
                Files.write(file, sound);
            }
        }
    }

    /** Without those of Spring and of other programs. */
    private static List<Path> yaml() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")
                            && !file.startsWith(folder.resolve("monitoring"))
                            && !String.valueOf(file.getFileName()).startsWith("application"))
                    .toList();
        }
    }

    /** Those of the checks that read the file. */
    private static List<Finding> findings(Path file) {
        var findings = new ArrayList<Finding>();
        for (Check check : hub.bean(Check.Plan.class).all()) {
            if (check.files().contains(file)) {
                findings.addAll(check.run());
            }
        }
        assertThat(findings).as("somebody reads " + file).isNotNull();
        return findings;
    }
}
