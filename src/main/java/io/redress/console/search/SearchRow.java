package io.redress.console.search;

import io.redress.search.SearchEntry;
import io.redress.search.Snippet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of what was found.
 *
 * @param address of its page; empty for a person, who has none
 * @param title a number, or what a person is found by
 * @param state key of a status of tickets, or of a state of items; empty for a person
 * @param pieces of the text around the words that were looked for
 */
public record SearchRow(
        String kind,
        String matched,
        String address,
        String title,
        String name,
        String category,
        String priority,
        String state,
        String channel,
        Instant at,
        @Nullable Integer tickets,
        List<Piece> pieces) {

    /** A piece of a text. */
    public record Piece(String text, boolean marked) {}

    static SearchRow of(SearchEntry entry, String category) {
        String address =
                switch (entry.kind()) {
                    case TICKET -> "/console/tickets/" + entry.number();
                    case ITEM -> "/console/items/" + entry.item();
                    case PERSON -> "";
                };
        return new SearchRow(
                entry.kind().key(),
                entry.matched(),
                address,
                text(entry.number() == null ? entry.person() : entry.number()),
                text(entry.name()),
                category,
                text(entry.priority()),
                text(entry.status()),
                text(entry.channel()),
                entry.receivedAt(),
                entry.tickets(),
                pieces(entry.snippet()));
    }

    private static List<Piece> pieces(@Nullable Snippet snippet) {
        List<Piece> pieces = new ArrayList<>();
        if (snippet == null) {
            return pieces;
        }
        int at = 0;
        for (Snippet.Mark mark : snippet.marks()) {
            pieces.add(new Piece(snippet.text().substring(at, mark.from()), false));
            pieces.add(new Piece(snippet.text().substring(mark.from(), mark.to()), true));
            at = mark.to();
        }
        pieces.add(new Piece(snippet.text().substring(at), false));
        return pieces;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
