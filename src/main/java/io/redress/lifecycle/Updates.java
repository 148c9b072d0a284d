package io.redress.lifecycle;

import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What an update means for the history and for the customer. */
public final class Updates {

    /** By these somebody answered the customer, whatever the answer was. */
    private static final Set<UpdateKind> ANSWERS =
            Set.of(UpdateKind.ANSWERED, UpdateKind.AWAITING_CUSTOMER, UpdateKind.SOLVED, UpdateKind.CLOSED);

    /** The note of these is meant for the customer. */
    private static final Set<UpdateKind> SPEAKS_TO_CUSTOMER = Set.of(UpdateKind.ANSWERED, UpdateKind.AWAITING_CUSTOMER);

    private Updates() {}

    /** Whether it stops the clock of the first response. */
    public static boolean answers(UpdateKind kind) {
        return ANSWERS.contains(kind);
    }

    /** The update in the history's words; null when its kind says it all. */
    public static @Nullable String words(TicketUpdate update) {
        var words = new StringJoiner("; ");
        add(words, "", update.remedy());
        add(words, "", update.note());
        add(words, "", update.reason());
        add(words, "owner ", update.owner());
        add(words, "category ", update.category());
        add(words, "priority ", update.priority());
        add(words, "there known as ", update.reference());
        return words.length() == 0 ? null : words.toString();
    }

    /** What of it the customer may read; null when nothing. */
    public static @Nullable String told(TicketUpdate update) {
        if (update.kind() == UpdateKind.SOLVED) {
            return update.remedy();
        }
        boolean meant = SPEAKS_TO_CUSTOMER.contains(update.kind()) || Boolean.TRUE.equals(update.told());
        return meant ? update.note() : null;
    }

    private static void add(StringJoiner words, String before, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(before + value);
        }
    }
}
