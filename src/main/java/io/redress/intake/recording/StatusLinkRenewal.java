package io.redress.intake.recording;

/** Sends new status links. */
@FunctionalInterface
public interface StatusLinkRenewal {

    /** Sends a new link to the customer, as far as the ticket knows the customer, where the old ones lead nowhere any more. */
    void renewEnded(String number, String itemId);
}
