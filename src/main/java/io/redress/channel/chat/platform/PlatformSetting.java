package io.redress.channel.chat.platform;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a channel of a platform must be given, under {@code <channel>.<name>}.
 *
 * @param title what the platform's console calls it
 * @param where to find it there; null where the title says it
 * @param otherwise its value where none is given; null when there is none
 * @param pattern that a value must match as a whole; null for any
 */
public record PlatformSetting(
        String name,
        String title,
        @Nullable String where,
        boolean secret,
        boolean optional,
        @Nullable String otherwise,
        @Nullable Pattern pattern) {

    /** Whether it must have a value before a channel can use what needs it. */
    public boolean needsValue() {
        return !optional && otherwise == null;
    }

    /** What is wrong with a value; empty when nothing is. The words do not repeat it. */
    public Optional<String> problem(String value) {
        if (value.isBlank()) {
            return needsValue() ? Optional.of("is empty") : Optional.empty();
        }
        return pattern == null || pattern.matcher(value.strip()).matches()
                ? Optional.empty()
                : Optional.of("is not what " + title + " looks like");
    }

    /** For people: what to copy from where. */
    public String words() {
        return title + (where == null ? "" : " (" + where + ")");
    }
}
