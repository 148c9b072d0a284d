package io.redress.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Who answers the customers.
 *
 * @param address from which the hub's mails come and to which customers answer; a mailbox that the hub reads
 * @param name shown beside the address; may be empty
 * @param zone in which times are told to customers
 * @param language BCP 47, for customers whose language is not known: {@code zh-Hans}, {@code zh-Hant} or {@code en}
 */
public record ReplySender(String address, String name, ZoneId zone, String language) {

    /** What stands after the {@code @}; the right side of Message-IDs. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** An instant in words. The zone is named: customers live in others. */
    String told(Instant time, String language) {
        String pattern = language.startsWith("zh") ? "yyyy年M月d日 HH:mm (O)" : "d MMMM yyyy, HH:mm (O)";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(zone));
    }
}
