package io.redress.channel.chat.platform.message;

import io.redress.channel.sms.SmsWords;
import io.redress.mapping.PhoneNumbers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a platform a gateway of text messages: its customers are phone numbers, which anybody can forge.
 *
 * @param phones read the numbers that the gateway writes
 * @param words by which people end text messages
 */
public record SmsRules(PhoneNumbers phones, SmsWords words) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** A number in E.164; empty for short codes and names, which nobody can answer. */
    public Optional<String> number(String written) {
        return phones.read(written).stream()
                .filter(number -> E164.matcher(number).matches())
                .findFirst();
    }
}
