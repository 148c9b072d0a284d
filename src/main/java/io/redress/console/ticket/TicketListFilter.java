package io.redress.console.ticket;

import io.redress.api.ParameterValue;
import io.redress.api.ticket.TicketFilter;
import io.redress.console.PageAddress;
import io.redress.desk.WorkList;
import io.redress.ledger.desk.DeskReader;
import io.redress.ledger.desk.DeskSearch;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.privacy.PersonValue;
import io.redress.ticket.KeyedEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows, as its address says it; what is null or empty is not asked for.
 *
 * @param list key of a {@link WorkList}; open tickets without it, or all of them once something is searched for
 * @param from first day, in the shop's zone
 * @param to last day, in the shop's zone
 */
public record TicketListFilter(
        @Nullable String list,
        @Nullable String status,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String channel,
        @Nullable String owner,
        @Nullable String review,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    /** The list that is asked for. */
    WorkList which() {
        String key = ParameterValue.oneOf("list", list, KeyedEnum.keys(WorkList.class));
        if (key != null) {
            return KeyedEnum.known(WorkList.class, key);
        }
        return ParameterValue.text(q) == null && ParameterValue.text(status) == null ? WorkList.OPEN : WorkList.ALL;
    }

    /** Whether anything beside the list is asked for. */
    boolean isNarrowed() {
        return !given(new PageAddress("")).isBare();
    }

    DeskSearch search(Function<String, Optional<PersonValue>> persons, DeskReader reader, ZoneId zone, Instant now) {
        TicketSearch filter = new TicketFilter(
                        category,
                        priority,
                        status,
                        channel,
                        review,
                        day("from", from, zone, 0),
                        day("to", to, zone, 1),
                        null,
                        null,
                        null,
                        null,
                        q)
                .search(persons, reader.scope());
        return new DeskSearch(which(), filter, ParameterValue.text(owner), reader, now);
    }

    /**
     * The address of a list with this filter.
     *
     * @param cursor of a later page; null: the first one
     */
    String address(String path, @Nullable String otherList, @Nullable String cursor) {
        return given(new PageAddress(path).with("list", otherList))
                .with("cursor", cursor)
                .toString();
    }

    private PageAddress given(PageAddress address) {
        return address.with("status", status)
                .with("category", category)
                .with("priority", priority)
                .with("channel", channel)
                .with("owner", owner)
                .with("review", review)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }

    private static @Nullable String day(String name, @Nullable String value, ZoneId zone, int later) {
        LocalDate day = ParameterValue.day(name, value);
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(zone).toInstant().toString();
    }
}
