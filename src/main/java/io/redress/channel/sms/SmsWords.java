package io.redress.channel.sms;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words by which people end text messages, and ask for them again. Only a message that says nothing else counts, whatever its case,
 * width and punctuation: a complaint in which a word merely stands is a complaint.
 *
 * @param optOut such as {@code STOP}
 * @param optIn such as {@code START}
 */
public record SmsWords(Set<String> optOut, Set<String> optIn) {

    private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\p{S}\\p{Z}\\s]+|[\\p{P}\\p{S}\\p{Z}\\s]+$");
    private static final int LONGEST = 60;

    public SmsWords {
        optOut = folded(optOut);
        optIn = folded(optIn);
    }

    private static Set<String> folded(Collection<String> words) {
        return words.stream().map(SmsWords::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return AROUND.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether text messages are wanted from now on; empty for a text that does not say. */
    public Optional<Boolean> wanted(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String word = folded(text);
        return optOut.contains(word) ? Optional.of(false) : optIn.contains(word) ? Optional.of(true) : Optional.empty();
    }
}
