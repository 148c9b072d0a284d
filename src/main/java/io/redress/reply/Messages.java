package io.redress.reply;

import java.time.Instant;

/** Messages that are planned in the caller's transaction and go out afterwards, tried again until they are sent. */
public interface Messages {

    /**
     * Plans a message to a ticket's customer, by the channel that the customer used; where that channel cannot be answered,
     * by mail; where there is no address, none, and the history says so.
     *
     * @param key tells this message from others for ever; planned again, it stays as it is
     * @param at not before
     */
    void toCustomer(String ticketNumber, String key, MessageContent content, Instant at);

    /**
     * Plans a mail to those who have a role in {@code config/service-levels.yaml}; none when the role has no address.
     *
     * @param key as above
     */
    void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at);
}
