package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.configfile.Check;
import io.redress.configfile.DeclaredNames;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.ExampleModel.Learned;
import io.redress.triage.TriageExamples.Example;
import io.redress.triage.rules.CompiledRulesReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptModelsTest {

    private static final Path FROZEN = Path.of("src/test/resources/triage/frozen");

    @TempDir
    Path folder;

    private Path config;
    private Path file;

    @BeforeEach
    void few_examples() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        file = folder.resolve("data/work").resolve(KeptModels.FILE);
        for (String name : List.of("words.yaml", "categories.yaml", "service-levels.yaml")) {
            Files.copy(FROZEN.resolve(name), config.resolve(name));
        }
        Files.writeString(config.resolve("phrases.yaml"), "damage: [缺了一角, crushed to bits]\n");
        Files.writeString(config.resolve("categories.examples.yaml"), """
                examples:
                  - {category: quality, text: 冰箱不制冷}
                  - {category: quality, text: the lamp flickers}
                  - {category: billing, text: 发票抬头写错了}
                  - {category: billing, text: charged twice}
                  - {category: usage, text: how do I set the clock}
                """);
    }

    @Test
    void the_next_start_reads_what_the_first_has_learned_and_judges_alike() throws IOException {
        TriageRules first = start();
        byte[] written = Files.readAllBytes(file);
        TriageRules next = start();

        assertThat(judged(next)).isEqualTo(judged(first)).isNotEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(kept()).isTrue();
    }

    @Test
    void examples_and_phrases_that_were_learned_are_not_read_again() {
        TriageRules first = start();
        Learned other = new Learned(List.of("usage"), List.of(), new long[] {1}, new double[] {1});
        String key = models().key(config).orElseThrow();
        models().keep(key, other);

        assertThat(judged(start())).isNotEqualTo(judged(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.yaml", "categories.yaml", "categories.examples.yaml", "phrases.yaml"})
    void an_edit_of_each_of_the_files_is_learned(String edited) throws IOException {
        start();
        Files.writeString(config.resolve(edited), Files.readString(config.resolve(edited)) + "# edited\n");

        assertThat(kept()).isFalse();
        start();
        assertThat(kept()).isTrue();
    }

    @Test
    void a_file_that_is_damaged_at_any_place_or_cut_is_learned_and_written_anew() throws IOException {
        start();
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place += 1 + whole.length / 97) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x10;
            Files.write(file, damaged);
            assertThat(kept()).as("byte %d", place).isFalse();
            Files.write(file, Arrays.copyOf(whole, place));
            assertThat(kept()).as("cut at %d", place).isFalse();
        }

        start();

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_foreign_file_is_learned_anew() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nothing of ours", StandardCharsets.UTF_8);

        start();

        assertThat(kept()).isTrue();
    }

    @Test
    void a_folder_that_cannot_be_written_keeps_nobody_from_starting() throws IOException {
        Files.createDirectories(file.getParent().getParent());
        Files.writeString(file.getParent(), "a file where the folder would be");

        assertThat(judged(start())).isNotEmpty();
        assertThat(kept()).isFalse();
    }

    @Test
    void nobody_else_gets_at_the_file_and_nothing_else_is_left() throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void rules_that_are_refused_are_not_kept() throws IOException {
        Files.writeString(config.resolve("phrases.yaml"), "nonsense: [no such category]\n");

        assertThat(Check.findings(this::start)).hasSize(1);
        assertThat(file).doesNotExist();
    }

    /** So that nobody changes what is learned of the same files without the version by which they are kept. */
    @Test
    void what_examples_have_for_the_model_to_learn_from_changes_with_the_version_only() {
        var learning = new ExampleLearning(CompiledRulesReader.read(FROZEN, DeclaredNames.policies(FROZEN)));
        var lessons = new ArrayList<String>();
        for (Example example : TriageExamples.read(FROZEN).examples()) {
            var lesson = learning.lesson(example.complaint(), example.category());
            lessons.add(new TreeMap<>(lesson.features()).toString());
        }

        assertThat(KeptModels.VERSION + " " + DigestUtils.sha256Hex(String.join("\n", lessons)))
                .as("what is learned from has changed: raise KeptModels.VERSION, and write down the new digest")
                .isEqualTo("1 6001337a6916b6c4280e3f4f7566ee17a8e72a871451301cdf97e56f3269b748");
    }

    /** As a new process does. */
    private TriageRules start() {
        return TriageRules.read(config, models());
    }

    private boolean kept() {
        KeptModels models = models();
        return models.find(models.key(config).orElseThrow()).isPresent();
    }

    private KeptModels models() {
        return new KeptModels(file.getParent(), Caffeine.newBuilder().build());
    }

    private static List<Triage> judged(TriageRules rules) {
        return Stream.of("冰箱坏了，发票也没有", "it arrived crushed", "clock", "charged for a lamp that flickers")
                .map(text -> rules.assess(
                        new Example("", text, null, null, null, null).complaint(),
                        Customer.unknown(),
                        Product.unknown()))
                .toList();
    }
}
