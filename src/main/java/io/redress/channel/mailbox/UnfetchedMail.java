package io.redress.channel.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * A mail that could not be fetched so far.
 *
 * @param uid the server's name for it
 * @param tries how many failed
 * @param item the ledger's item, once the mail was set aside; null before
 */
public record UnfetchedMail(String uid, int tries, @Nullable Item item) {

    /**
     * Under which the mail stands in the ledger, and under which it is handed off when it comes after all.
     *
     * @param id a UUID
     * @param number the ticket number that it would have
     */
    public record Item(String id, String number) {}
}
