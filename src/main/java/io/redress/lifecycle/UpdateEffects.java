package io.redress.lifecycle;

import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an update means for the history and for the customer. */
public final class UpdateEffects {

    /** By these somebody answered the customer, whatever the answer was. */
    private static final Set<UpdateKind> ANSWERS =
            Set.of(UpdateKind.ANSWERED, UpdateKind.AWAITING_CUSTOMER, UpdateKind.SOLVED, UpdateKind.CLOSED);

    /** The note of these is meant for the customer. */
    private static final Set<UpdateKind> SPEAKS_TO_CUSTOMER = Set.of(UpdateKind.ANSWERED, UpdateKind.AWAITING_CUSTOMER);

    /** Control characters, line ends, and what turns the direction of text. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final int LONGEST_NAME = 100;

    private UpdateEffects() {}

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
        add(words, "", saidBy(update.by(), update.user()));
        return words.length() == 0 ? null : words.toString();
    }

    /** What of it the customer may read; null when nothing. */
    public static @Nullable String told(TicketUpdate update) {
        if (update.kind() == UpdateKind.SOLVED) {
            return update.remedy();
        }
        return isNoteMeant(update) ? update.note() : null;
    }

    /** Its note as far as the customer may read it; empty when not at all. */
    public static String note(TicketUpdate update) {
        return update.note() == null || !isNoteMeant(update) ? "" : update.note();
    }

    private static boolean isNoteMeant(TicketUpdate update) {
        return SPEAKS_TO_CUSTOMER.contains(update.kind()) || Boolean.TRUE.equals(update.told());
    }

    /** Whom a sender names as the one who said it, beside who is known to have sent it; null when that is the same. */
    public static @Nullable String saidBy(@Nullable String by, @Nullable String user) {
        if (by == null || by.isBlank() || user == null || by.equals(user)) {
            return null;
        }
        String name = UNSEEN.matcher(by).replaceAll("").strip();
        int end = name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
        return "said by " + name.substring(0, end) + " of " + user;
    }

    private static void add(StringJoiner words, String before, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(before + value);
        }
    }
}
