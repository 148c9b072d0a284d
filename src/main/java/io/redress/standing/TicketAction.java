package io.redress.standing;

import java.util.Locale;

/** What somebody may want to do to a ticket that is there. */
public enum TicketAction {
    /** Add words and files; a ticket that waited for the customer is worked on again. */
    FOLLOW_UP,
    /** Open a ticket again that was solved or closed. */
    REOPEN,
    /** Get a new status link by mail, at the address that the ticket has, when the old one has ended. */
    RENEW_STATUS_LINK,
    /** See how it stands. */
    SEE_STATUS,
    /** Choose when to be called. */
    CHOOSE_CALLBACK_TIME,
    /** Give a phone number for that call alone. */
    GIVE_CALLBACK_PHONE,
    /** Answer the survey, or decline all of them. */
    ANSWER_SURVEY,
    /** Change or add the phone numbers and addresses that the ticket keeps. */
    CHANGE_CONTACT;

    /** As the documentation writes it: {@code follow up}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
