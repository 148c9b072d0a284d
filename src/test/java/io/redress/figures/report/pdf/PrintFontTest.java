package io.redress.figures.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.reply.MessageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintFontTest {

    private final PrintFont none = PrintFont.usual(List.of());

    @Test
    void without_a_font_western_texts_are_set_in_helvetica_and_symbols_become_question_marks() {
        assertThat(none.file()).isNull();
        assertThat(none.runs("Käse – 5 €\u0007😀")).containsExactly(new PrintFont.Run("Käse – 5 € ?", false));
    }

    @Test
    void a_report_with_chinese_is_refused_without_a_font_instead_of_being_unreadable() {
        var document = new WeeklyDocument(none);

        assertThat(document.of(report("Fridge"), key -> key)).contains("Fridge");
        assertThatThrownBy(() -> document.of(report("冰箱"), key -> key))
                .isInstanceOfSatisfying(MissingFontException.class, problem -> assertThat(problem.remedy())
                        .contains("fonts-droid-fallback", "redress.figures.pdf-font"));
        assertThatThrownBy(() -> document.of(report("Fridge"), key -> "周报")).isInstanceOf(MissingFontException.class);
    }

    @Test
    void what_a_customer_wrote_is_text_in_the_document_and_nothing_else() {
        String attack = "</fo:block><fo:external-graphic src=\"file:///etc/passwd\"/>&x;";

        String source = new WeeklyDocument(none).of(report(attack), key -> key);

        assertThat(source).doesNotContain("<fo:external-graphic").contains("&lt;fo:external-graphic");
    }

    @Test
    void a_file_that_is_not_a_font_is_named_with_the_setting(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.ttf"), "not a font");

        assertThatThrownBy(() -> PrintFont.of(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.ttf")
                .hasMessageContaining("redress.figures.pdf-font");
    }

    private static MessageContent report(String product) {
        Map<String, String> bar = Map.of("name", product, "count", "3", "before", "2", "bar", "100", "blocks", "█");
        Map<String, String> figure = Map.of(
                "figure", "in-time", "value", "93.4 %", "before", "", "of", "12", "target", "90.0 %", "met", "yes");
        return new MessageContent(
                "weekly-report",
                Map.of("week", "2026-W48", "before", "2026-W47", "from", "2026-11-23", "to", "2026-11-29"),
                Map.of(),
                Map.of(
                        "figures", List.of(figure),
                        "weeks", List.of(bar),
                        "categories", List.of(),
                        "products", List.of(bar),
                        "stores", List.of(),
                        "rises", List.of()));
    }
}
