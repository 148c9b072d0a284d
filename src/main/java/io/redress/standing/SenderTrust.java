package io.redress.standing;

import java.util.Locale;
import java.util.Set;

/**
 * What somebody is to a ticket, as far as the channel shows it, and therefore may do to it. {@code docs/standing.md} has
 * the same table; a test compares them.
 */
public enum SenderTrust {
    /** Has what only the ticket's customer can have: our own words, a proved identity, a link. */
    VERIFIED_PERSON(
            TicketAction.FOLLOW_UP,
            TicketAction.REOPEN,
            TicketAction.RENEW_STATUS_LINK,
            TicketAction.SEE_STATUS,
            TicketAction.CHOOSE_CALLBACK_TIME,
            TicketAction.GIVE_CALLBACK_PHONE,
            TicketAction.ANSWER_SURVEY),
    /** Names the ticket by a mail that is proved to come from the address that the ticket has. */
    PROVED_CONTACT(TicketAction.FOLLOW_UP, TicketAction.RENEW_STATUS_LINK),
    /** Names the ticket, and the phone number or address that the ticket has; so may others who know both. */
    NAMED_CONTACT(TicketAction.FOLLOW_UP),
    /** Everybody else. A ticket's number in their text is a mention. */
    ANYBODY;

    private final Set<TicketAction> actions;

    SenderTrust(TicketAction... actions) {
        this.actions = Set.of(actions);
    }

    public boolean may(TicketAction action) {
        return actions.contains(action);
    }

    /** As the documentation writes it: {@code named contact}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
