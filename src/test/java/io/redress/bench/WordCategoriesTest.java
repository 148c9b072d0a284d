package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordCategoriesTest {

    private static final Path WORDS = Path.of("src/test/bench/words.json");

    private final WordCategories categories = new WordCategories(new LinkedHashMap<>(
            Map.of("quality", List.of("broken", "leak"), "logistics", List.of("parcel", "late", "快递"))));

    @Test
    void the_category_of_which_most_words_occur_is_the_one() {
        assertThat(categories.of("The PARCEL was late and the kettle is broken"))
                .isEqualTo("logistics");
        assertThat(categories.of("The kettle is broken, there is a leak, and it came late"))
                .isEqualTo("quality");
        assertThat(categories.of("快递还没到")).isEqualTo("logistics");
    }

    @Test
    void of_categories_that_fit_as_well_the_first_is_the_one() {
        var quality = Map.entry("quality", List.of("broken"));
        var logistics = Map.entry("logistics", List.of("late"));
        String text = "It came late and broken";
        assertThat(new WordCategories(inOrder(quality, logistics)).of(text)).isEqualTo("quality");
        assertThat(new WordCategories(inOrder(logistics, quality)).of(text)).isEqualTo("logistics");
    }

    @Test
    void a_text_without_any_of_the_words_has_none() {
        assertThat(categories.of("Good morning")).isEqualTo(WordCategories.NONE);
    }

    @Test
    void the_references_tell_the_categories_that_the_hub_tells() throws Exception {
        JsonNode shipped = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("config/categories.yaml").toFile());
        var expected = new TreeSet<String>();
        shipped.path("categories").fieldNames().forEachRemaining(expected::add);
        expected.remove(WordCategories.NONE);
        JsonNode words = new ObjectMapper().readTree(WORDS.toFile());
        var told = new TreeSet<String>();
        words.fieldNames().forEachRemaining(told::add);
        assertThat(told).isEqualTo(expected);
    }

    /** Texts are compared in lower case, so that a capital letter would never be found. */
    @Test
    void words_are_in_lower_case() throws Exception {
        String words = Files.readString(WORDS);
        assertThat(words).isEqualTo(words.toLowerCase(Locale.ROOT));
    }

    @SafeVarargs
    private static Map<String, List<String>> inOrder(Map.Entry<String, List<String>>... entries) {
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : entries) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        return ordered;
    }
}
