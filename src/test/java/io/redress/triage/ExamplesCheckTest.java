package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesCheckTest {

    private static final List<String> FILES =
            List.of("words.yaml", "phrases.yaml", "categories.yaml", "categories.examples.yaml", "service-levels.yaml");

    private static final VerifiedExampleFiles NONE = new VerifiedExampleFiles(name -> Optional.empty());

    @TempDir
    Path config;

    @BeforeEach
    void copy_the_shipped_files() throws IOException {
        for (String file : FILES) {
            Files.copy(ShippedRules.CONFIG.resolve(file), config.resolve(file));
        }
    }

    @Test
    void the_shipped_examples_are_judged_as_they_say() {
        assertThat(ExamplesCheck.findings(config, NONE)).isEmpty();
    }

    @Test
    void what_was_found_about_the_same_texts_is_known() throws IOException {
        mistake();
        List<Finding> found = ExamplesCheck.findings(config, NONE);
        assertThat(found).hasSize(1);
        assertThat(ExamplesCheck.findings(config, NONE)).isSameAs(found);
    }

    @Test
    void what_the_build_has_judged_is_not_judged_again() throws IOException {
        mistake();
        VerifiedExampleFiles all = judged(FILES);
        assertThat(ExamplesCheck.findings(config, all)).isEmpty();
        Files.writeString(config.resolve("words.yaml"), Files.readString(config.resolve("words.yaml")) + "\n");
        assertThat(ExamplesCheck.findings(config, all)).hasSize(1);
    }

    @Test
    void one_file_that_the_build_has_not_judged_is_reason_enough() throws IOException {
        mistake();
        for (String file : FILES) {
            VerifiedExampleFiles others =
                    judged(FILES.stream().filter(other -> !other.equals(file)).toList());
            assertThat(ExamplesCheck.findings(config, others)).as(file).hasSize(1);
        }
    }

    private void mistake() throws IOException {
        Path examples = config.resolve("categories.examples.yaml");
        String text = Files.readString(examples);
        Files.writeString(examples, text.stripTrailing() + "\n  - {category: nonsense, text: it is no use}\n");
    }

    private VerifiedExampleFiles judged(List<String> names) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : names) {
            digests.put(name, DigestUtils.sha256Hex(Files.readString(config.resolve(name))));
        }
        return new VerifiedExampleFiles(name -> Optional.ofNullable(digests.get(name)));
    }
}
