package io.redress.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the answer. What it has none of is left out.
 *
 * @param matched where the text was found: {@code number}, {@code item}, {@code source-key}, {@code phone},
 *     {@code phone-in-text}, {@code mail}, {@code handle}, {@code order}, {@code serial}, {@code name}, {@code subject},
 *     {@code text}, {@code product}
 * @param number of the ticket; of an item, the number told to its sender
 * @param item the item's id
 * @param person the phone, mail address or handle by which {@code POST /api/persons/find} finds the person
 * @param name the customer's
 * @param status of a ticket; of an item, its state
 * @param receivedAt when it came in; of a person, when the newest ticket did
 * @param tickets how many the person has, at most 1,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchEntry(
        SearchKind kind,
        String matched,
        @Nullable String number,
        @Nullable UUID item,
        @Nullable String person,
        @Nullable String name,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        Instant receivedAt,
        @Nullable Integer tickets,
        @Nullable Snippet snippet) {

    static @Nullable SearchEntry of(@Nullable FoundTicket ticket, SearchQuery query) {
        if (ticket == null) {
            return null;
        }
        SearchMatch match = SearchMatch.of(ticket, query);
        return new SearchEntry(
                SearchKind.TICKET,
                match.where(),
                ticket.number(),
                null,
                null,
                ticket.customer().name(),
                ticket.channel(),
                ticket.category(),
                ticket.priority(),
                ticket.status(),
                ticket.receivedAt(),
                null,
                match.snippet());
    }

    static @Nullable SearchEntry of(@Nullable FoundItem item, SearchQuery query) {
        if (item == null) {
            return null;
        }
        String where = item.id().equals(query.item())
                ? "item"
                : Objects.equals(item.number(), query.number()) ? "number" : "source-key";
        return new SearchEntry(
                SearchKind.ITEM,
                where,
                item.number(),
                item.id(),
                null,
                null,
                item.channel(),
                null,
                null,
                item.state(),
                item.receivedAt(),
                null,
                null);
    }
}
