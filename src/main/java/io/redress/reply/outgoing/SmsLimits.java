package io.redress.reply.outgoing;

import java.util.List;

/**
 * Who gets text messages, and how many.
 *
 * @param to beginnings of numbers that are written to, such as {@code +86}: some countries' numbers cost much, and strangers would
 *     earn by them
 * @param phoneOnly whether customers of forms and call lists who gave a phone number and no mail address get them
 * @param perNumberPerDay messages to one number in 24 hours
 * @param perHour text messages of the hub in 60 minutes, each part counted
 */
public record SmsLimits(List<String> to, boolean phoneOnly, int perNumberPerDay, int perHour) {

    /** Where nothing else is written. */
    public static final int PER_NUMBER_PER_DAY = 5;

    public static final int PER_HOUR = 200;

    public SmsLimits {
        to = List.copyOf(to);
    }

    /** To nobody. */
    public static SmsLimits none() {
        return new SmsLimits(List.of(), false, PER_NUMBER_PER_DAY, PER_HOUR);
    }

    boolean allow(String number) {
        return to.stream().anyMatch(number::startsWith);
    }
}
