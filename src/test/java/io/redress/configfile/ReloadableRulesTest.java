package io.redress.configfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.folder.YamlFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadableRulesTest {

    record Greeting(String word) {}

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("greeting.yaml");
        Files.writeString(file, "word: hello\n");
    }

    @Test
    void an_edit_is_in_use_after_two_looks_that_saw_the_same() throws IOException {
        var rules = rules();
        Files.writeString(file, "word: good day\n");
        rules.poll();
        assertThat(rules.get().word()).isEqualTo("hello");
        rules.poll();
        assertThat(rules.get().word()).isEqualTo("good day");
    }

    @Test
    void a_broken_edit_leaves_the_last_good_rules_in_use_and_says_why() throws IOException {
        var rules = rules();
        Files.writeString(file, "wrod: good day\n");
        rules.poll();
        rules.poll();
        assertThat(rules.get().word()).isEqualTo("hello");
        assertThat(rules.status().findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "unknown key 'wrod'"));
    }

    @Test
    void a_mended_edit_is_in_use_and_forgiven() throws IOException {
        var rules = rules();
        Files.writeString(file, "wrod: x\n");
        rules.poll();
        rules.poll();
        Files.writeString(file, "word: good evening\n");
        rules.poll();
        rules.poll();
        assertThat(rules.get().word()).isEqualTo("good evening");
        assertThat(rules.status().findings()).isEmpty();
    }

    @Test
    void a_deleted_file_leaves_the_last_good_rules_in_use() throws IOException {
        var rules = rules();
        Files.delete(file);
        rules.poll();
        rules.poll();
        assertThat(rules.get().word()).isEqualTo("hello");
        assertThat(rules.status().findings()).hasSize(1);
    }

    @Test
    void rules_that_are_broken_at_the_start_are_refused() throws IOException {
        Files.writeString(file, "wrod: x\n");
        assertThatThrownBy(this::rules).isInstanceOf(InvalidConfiguration.class);
    }

    @Test
    void a_broken_file_holds_up_no_other() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "word: hi\n");
        var rules = new ReloadableRules<>(
                "greetings",
                List.of(folder),
                () -> YamlFolder.read(folder, (name, path) -> YamlFile.read(path, Greeting.class)
                        .value()),
                Clock.systemUTC());
        Files.writeString(file, "wrod: x\n");
        Files.writeString(other, "word: ciao\n");
        Files.writeString(folder.resolve("new.yaml"), "wort: x\n");
        rules.poll();
        rules.poll();
        assertThat(rules.get()).containsOnlyKeys("greeting", "other");
        assertThat(rules.get().get("greeting").word()).isEqualTo("hello");
        assertThat(rules.get().get("other").word()).isEqualTo("ciao");
        assertThat(rules.status().findings())
                .extracting(Finding::problem)
                .containsExactlyInAnyOrder("unknown key 'wrod'", "unknown key 'wort'");
    }

    @Test
    void the_last_good_version_of_a_broken_file_stays_when_another_is_edited_later() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "word: hi\n");
        var rules = new ReloadableRules<>(
                "greetings",
                List.of(folder),
                () -> YamlFolder.read(folder, (name, path) -> YamlFile.read(path, Greeting.class)
                        .value()),
                Clock.systemUTC());
        Files.writeString(file, "wrod: x\n");
        rules.poll();
        rules.poll();
        Files.writeString(other, "word: ciao\n");
        rules.poll();
        rules.poll();
        assertThat(rules.get().get("greeting").word()).isEqualTo("hello");
        assertThat(rules.get().get("other").word()).isEqualTo("ciao");
    }

    @Test
    void nothing_follows_when_all_that_was_edited_is_refused() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), "word: hi\n");
        var rules = new ReloadableRules<>(
                "greetings",
                List.of(folder),
                () -> YamlFolder.read(folder, (name, path) -> YamlFile.read(path, Greeting.class)
                        .value()),
                Clock.systemUTC());
        var followed = new AtomicInteger();
        rules.onReload(followed::incrementAndGet);
        Files.writeString(file, "wrod: x\n");
        rules.poll();
        rules.poll();
        assertThat(followed).hasValue(0);
        assertThat(rules.status().findings()).hasSize(1);
    }

    private ReloadableRules<Greeting> rules() {
        return new ReloadableRules<>(
                "greetings",
                List.of(folder),
                () -> YamlFile.read(file, Greeting.class).value(),
                Clock.systemUTC());
    }
}
