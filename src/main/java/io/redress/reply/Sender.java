package io.redress.reply;

import java.time.ZoneId;

/**
 * Who answers the customers.
 *
 * @param address from which the hub's mails come and to which customers answer; a mailbox that the hub reads
 * @param name shown beside the address; may be empty
 * @param zone in which times are told to customers
 * @param language BCP 47, for customers whose language is not known: {@code zh-Hans}, {@code zh-Hant} or {@code en}
 */
public record Sender(String address, String name, ZoneId zone, String language) {

    /** What stands after the {@code @}; the right side of Message-IDs. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
