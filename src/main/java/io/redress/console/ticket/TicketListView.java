package io.redress.console.ticket;

import io.redress.console.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of tickets with what leads to others.
 *
 * @param list key of the list
 * @param narrowed whether the filter asks for anything
 * @param choices of each filter, by its parameter's name
 * @param clear the list without filter
 * @param first null on the first page
 * @param next null on the last page
 */
public record TicketListView(
        String list,
        boolean narrowed,
        List<Tab> tabs,
        Map<String, List<Choice>> choices,
        List<TicketRow> rows,
        String clear,
        @Nullable String first,
        @Nullable String next,
        String csv,
        String xlsx) {

    /**
     * Leads to a work list.
     *
     * @param count how many tickets it has without a filter; null for all tickets, which nobody counts
     */
    public record Tab(
            String list,
            String address,
            boolean current,
            @Nullable Long count) {}
}
