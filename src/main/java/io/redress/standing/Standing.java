package io.redress.standing;

import java.util.Locale;
import java.util.Set;

/**
 * What somebody is to a ticket, as far as the channel shows it, and therefore may do to it. {@code docs/standing.md} has
 * the same table; a test compares them.
 */
public enum Standing {
    /** Has what only the ticket's customer can have: our own words, a proved identity, a link. */
    VERIFIED_PERSON(
            Act.FOLLOW_UP,
            Act.REOPEN,
            Act.RENEW_STATUS_LINK,
            Act.SEE_STATUS,
            Act.CHOOSE_CALLBACK_TIME,
            Act.GIVE_CALLBACK_PHONE,
            Act.ANSWER_SURVEY),
    /** Names the ticket by a mail that is proved to come from the address that the ticket has. */
    PROVED_CONTACT(Act.FOLLOW_UP, Act.RENEW_STATUS_LINK),
    /** Names the ticket, and the phone number or address that the ticket has; so may others who know both. */
    NAMED_CONTACT(Act.FOLLOW_UP),
    /** Everybody else. A ticket's number in their text is a mention. */
    ANYBODY;

    private final Set<Act> acts;

    Standing(Act... acts) {
        this.acts = Set.of(acts);
    }

    public boolean may(Act act) {
        return acts.contains(act);
    }

    /** As the documentation writes it: {@code named contact}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
