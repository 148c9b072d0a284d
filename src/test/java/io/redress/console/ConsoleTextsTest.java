package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.desk.WorkList;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConsoleTextsTest {

    private static final Pattern USED = Pattern.compile("\\bt\\(\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private final Map<String, String> english = ConsoleTexts.read(ConsoleLanguage.ENGLISH);
    private final Map<String, String> chinese = ConsoleTexts.read(ConsoleLanguage.CHINESE);

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        english.forEach(
                (key, text) -> assertThat(places(chinese.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void every_text_that_a_template_asks_for_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/resources/templates/console"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file)).results().forEach(one -> used.add(one.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(english.keySet()).containsAll(used);
    }

    @Test
    void every_status_priority_and_work_list_has_a_name() {
        List<String> keys = new java.util.ArrayList<>();
        KeyedEnum.keys(TicketStatus.class).forEach(key -> keys.add("status." + key));
        KeyedEnum.keys(Priority.class).forEach(key -> keys.add("priority." + key));
        KeyedEnum.keys(WorkList.class).forEach(key -> keys.add("list." + key));
        assertThat(english.keySet()).containsAll(keys);
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(one -> places.add(one.group()));
        return places;
    }
}
