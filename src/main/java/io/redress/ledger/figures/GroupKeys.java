package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.literals;

import io.redress.figures.FigureGrouping;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.UpdateKind;
import org.jspecify.annotations.Nullable;

/** What a fact is grouped by, as SQL on a fact {@code fact} and its ticket {@code t}; never null. May name {@code :zone}. */
final class GroupKeys {

    /** By the key of the table ticket_update, which begins with the ticket. */
    private static final String SOLVED_BY =
            """
            coalesce((select coalesce(body ->> 'user', body ->> 'by') from ticket_update
                      where ticket_number = t.number and kind = %s and outcome = %s
                      order by happened_at desc, id desc limit 1), '')
            """.formatted(literals(UpdateKind.SOLVED), literals(TicketLifecycle.Outcome.APPLIED));

    private GroupKeys() {}

    static String of(@Nullable FigureGrouping by) {
        if (by == null) {
            return "cast('' as text)";
        }
        return switch (by) {
            case CATEGORY -> "t.category";
            case CHANNEL -> "t.channel";
            case PRODUCT -> "coalesce(t.product, '')";
            case STORE -> "coalesce(t.store, '')";
            case CARRIER -> "coalesce(t.carrier, '')";
            case TEAM -> "t.owner";
            case PERSON -> SOLVED_BY;
            case PRIORITY -> "t.priority";
            case WEEK -> time("IYYY-\"W\"IW");
            case MONTH -> time("YYYY-MM");
            case HOUR -> time("HH24");
        };
    }

    private static String time(String format) {
        return "to_char(fact.at at time zone :zone, '" + format + "')";
    }
}
