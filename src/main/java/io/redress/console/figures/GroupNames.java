package io.redress.console.figures;

import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleTexts;
import io.redress.desk.DeskCategories;
import io.redress.figures.FigureGrouping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What groups are called. */
@Component
class GroupNames {

    private final DeskCategories categories;

    GroupNames(DeskCategories categories) {
        this.categories = categories;
    }

    /** @param key null: those that are shown together */
    String of(FigureGrouping by, @Nullable String key, ConsoleLanguage language) {
        ConsoleTexts texts = ConsoleTexts.in(language);
        if (key == null) {
            return texts.text("figures.other");
        }
        if (key.isEmpty()) {
            return texts.text("figures.none-named");
        }
        return switch (by) {
            case CATEGORY -> categories.title(key, language.customers());
            case PRIORITY -> texts.word("priority", key);
            case HOUR -> key + ":00";
            default -> key;
        };
    }
}
