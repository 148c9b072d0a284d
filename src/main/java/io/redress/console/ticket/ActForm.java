package io.redress.console.ticket;

import io.redress.api.InvalidParameterException;
import io.redress.desk.DeskAct;
import io.redress.lifecycle.TicketUpdate;
import io.redress.ticket.KeyedEnum;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to do something with a ticket.
 *
 * @param act key of a {@link DeskAct}
 * @param id of the update, made with the page
 * @param version of the ticket that the page showed
 */
public record ActForm(
        @Nullable String act,
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String note,
        @Nullable String remedy,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String category,
        @Nullable String priority) {

    private static final int LONGEST = 10_000;

    /** What is asked for. */
    public DeskAct which() {
        DeskAct known = KeyedEnum.of(DeskAct.class, act);
        if (known == null) {
            throw new InvalidParameterException("act", "there is no act '" + act + "'");
        }
        return known;
    }

    int seen() {
        if (version == null) {
            throw new InvalidParameterException("version", "version must be that of the ticket's page");
        }
        return version;
    }

    /** Whether what the act needs is filled in. */
    boolean isComplete() {
        return switch (which().field()) {
            case NONE -> true;
            case NOTE -> given(note) != null;
            case REMEDY -> given(remedy) != null;
            case OWNER -> given(owner) != null;
            case CATEGORY -> given(category) != null;
            case REASON -> given(reason) != null;
        };
    }

    /** @param actor who sends it; the form never says that itself */
    TicketUpdate update(String number, String actor) {
        return new TicketUpdate(
                        String.valueOf(id),
                        number,
                        which().kind(),
                        null,
                        actor,
                        given(remedy),
                        given(note),
                        given(reason),
                        which() == DeskAct.TAKE ? actor : given(owner),
                        given(category),
                        given(priority),
                        null,
                        null)
                .from(actor);
    }

    private static @Nullable String given(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new InvalidParameterException("text", "a text must have at most " + LONGEST + " characters");
        }
        return text.strip().replace("\r\n", "\n");
    }
}
