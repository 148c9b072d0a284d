package io.redress.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.DurationParser;
import io.redress.settings.SettingNames.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} says what code and shipped files say. */
class SettingsReferenceTest {

    private static final Path REFERENCE = Path.of("docs/settings.md");
    private static final Pattern ROW = Pattern.compile("\\| (`redress\\.[^|]*) \\|([^|]*)\\|([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** Read before any file is: by environment and command line alone. */
    private static final String NOT_IN_FILES = "redress.check-at-start";

    /** Keys that a row stands for, and the cells behind. */
    private record Row(String environment, String value) {}

    @Test
    void every_setting_has_a_row_and_every_row_is_a_setting() throws Exception {
        var documented = new TreeSet<>(rows().keySet());
        var known = new TreeSet<>(SettingNames.all().keySet());
        var undocumented = new TreeSet<>(known);
        undocumented.removeAll(documented);
        documented.removeAll(known);
        documented.remove(NOT_IN_FILES);
        assertThat(undocumented).as("settings without a row").isEmpty();
        assertThat(documented).as("rows without a setting").isEmpty();
    }

    @Test
    void every_default_is_the_one_that_counts() throws Exception {
        Map<String, Setting> known = SettingNames.all();
        List<String> wrong = new ArrayList<>();
        rows().forEach((key, row) -> {
            var code = CODE.matcher(row.value());
            String real = known.containsKey(key)
                    ? Objects.requireNonNullElse(known.get(key).defaultValue(), "")
                    : "";
            boolean another = code.matches() && code.group(1).startsWith("redress.");
            if (known.containsKey(key)
                    && code.matches()
                    && !another
                    && !same(code.group(1), real, known.get(key).type())) {
                wrong.add(key + ": the document says " + code.group(1) + ", the hub " + real);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_environment_variable_is_spelt_as_spring_reads_it() throws Exception {
        List<String> wrong = new ArrayList<>();
        rows().forEach((key, row) -> {
            var code = CODE.matcher(row.environment());
            String right = key.replaceAll("<[^>]*>", "NAME")
                    .toUpperCase(Locale.ROOT)
                    .replace('.', '_')
                    .replace('-', '_');
            if (code.matches() && !key.contains("<") && !code.group(1).equals(right)) {
                wrong.add(key + ": " + code.group(1));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Maven makes the descriptions; a compiler alone does not. */
    @Test
    void every_setting_is_described_for_editors() throws Exception {
        Path metadata = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
        assumeThat(metadata).exists();
        var described = new TreeSet<String>();
        for (JsonNode property : new ObjectMapper().readTree(metadata.toFile()).path("properties")) {
            if (!property.path("description").asText().isBlank()) {
                described.add(property.path("name").asText());
            }
        }
        assertThat(SettingNames.all().keySet())
                .filteredOn(name -> !name.contains(SettingNames.ANY))
                .isSubsetOf(described);
    }

    /** The same value, however it is written: {@code 10m} and {@code PT10M}. */
    private static boolean same(String one, String other, Class<?> type) {
        return type == Duration.class
                ? Objects.equals(DurationParser.parseSetting(one), DurationParser.parseSetting(other))
                : one.replaceAll("[\\[\\] ]", "").equals(other.replace(" ", ""));
    }

    private static Map<String, Row> rows() throws Exception {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                CODE.matcher(row.group(1))
                        .results()
                        .forEach(key -> rows.put(
                                key.group(1).replaceAll("<[^>]*>", "<name>"),
                                new Row(row.group(2).strip(), row.group(3).strip())));
            }
        }
        return rows;
    }
}
