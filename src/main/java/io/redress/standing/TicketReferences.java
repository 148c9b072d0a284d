package io.redress.standing;

import io.redress.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an arrival says that may name a ticket, as far as it is looked up: at most {@value #MOST_NUMBERS} ticket numbers, so
 * that nobody finds tickets by writing many, and {@value #MOST_NAMES} other names (Message-IDs, places of a thread).
 *
 * @param inOrder the most telling first
 */
public record TicketReferences(List<String> inOrder) {

    public static final int MOST_NUMBERS = 3;
    public static final int MOST_NAMES = 24;

    /** Names that only the hub makes, of what a feed of ours lists. */
    private static final String FEED_ITEM = "feed:";

    private static final String STATUS_LINK = "status-link:";

    /** How a form that came by a ticket's status page names that ticket. */
    public static List<String> byStatusLink(String number) {
        return List.of(STATUS_LINK + number, number);
    }

    /** The number of the ticket by whose status page an arrival came; null when the reference says no such thing. */
    public static @Nullable String linked(String reference) {
        return reference.startsWith(STATUS_LINK) ? reference.substring(STATUS_LINK.length()) : null;
    }

    public TicketReferences {
        inOrder = List.copyOf(inOrder);
    }

    /** The first of these that count, each once. */
    public static TicketReferences of(List<String> references) {
        int numbers = 0;
        int names = 0;
        List<String> kept = new ArrayList<>();
        for (String reference : new LinkedHashSet<>(references)) {
            boolean counts = isNumber(reference) ? numbers++ < MOST_NUMBERS : names++ < MOST_NAMES;
            if (counts) {
                kept.add(reference);
            }
        }
        return new TicketReferences(kept);
    }

    /** The name of an item of a channel's feed, the same in each of its editions. */
    public static String feedItem(String channel, String key) {
        return FEED_ITEM + channel + "/" + key;
    }

    /** Whether a name is one of {@link #feedItem}. */
    public static boolean isFeedItem(String name) {
        return name.startsWith(FEED_ITEM);
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    public Set<String> numbers() {
        return inOrder.stream().filter(TicketReferences::isNumber).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Set<String> names() {
        return inOrder.stream().filter(name -> !isNumber(name)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNumber(String reference) {
        return reference.length() <= 20 && TicketNumber.namedIn(reference).contains(reference);
    }
}
