package io.redress.console.figures;

import io.redress.console.ConsoleLanguage;
import io.redress.desk.DeskCategories;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureUnit;
import io.redress.figures.detail.CountedTicket;
import java.util.Locale;

/**
 * A ticket as a figure counted it.
 *
 * @param category in words
 * @param value {@code yes} or {@code no} of a share, {@code 3.5 h} of a time, a score as it is; empty of a count
 */
public record CountedRow(CountedTicket ticket, String category, String value) {

    static CountedRow of(CountedTicket ticket, FigureFact fact, DeskCategories categories, ConsoleLanguage language) {
        return new CountedRow(
                ticket, categories.title(ticket.category(), language.customers()), told(ticket.value(), fact));
    }

    private static String told(double value, FigureFact fact) {
        return switch (fact) {
            case RECEIVED -> "";
            case CSAT, NPS -> String.format(Locale.ROOT, "%.0f", value);
            case FIRST_RESPONSE_TIME, RESOLUTION_TIME -> FigureUnit.SECONDS.told(value);
            default -> value > 0 ? "yes" : "no";
        };
    }
}
