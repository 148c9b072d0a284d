package io.redress.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a channel must be given for its platform or provider, under {@code <channel>.<name>}.
 *
 * @param title what the console there calls it
 * @param where to find it there; null where the title says it
 * @param defaultValue its value where none is given; null when there is none
 * @param pattern that a value must match as a whole; null for any
 */
public record ChannelSetting(
        String name,
        String title,
        @Nullable String where,
        boolean secret,
        boolean optional,
        @Nullable String defaultValue,
        @Nullable Pattern pattern) {

    /** As a file of {@code config/} writes it; its schema tells what the keys mean. */
    public record Written(
            @Nullable String title,
            @Nullable String where,
            @Nullable Boolean secret,
            @Nullable Boolean optional,
            @JsonProperty("default") @Nullable String defaultValue,
            @Nullable String pattern) {}

    /** Those of a file, by name and in its order; none where it has none. */
    public static Map<String, ChannelSetting> of(@Nullable Map<String, Written> written) {
        var settings = new LinkedHashMap<String, ChannelSetting>();
        if (written != null) {
            written.forEach((name, setting) -> settings.put(
                    name,
                    new ChannelSetting(
                            name,
                            Objects.requireNonNullElse(setting.title(), name),
                            setting.where(),
                            Boolean.TRUE.equals(setting.secret()),
                            Boolean.TRUE.equals(setting.optional()),
                            setting.defaultValue(),
                            setting.pattern() == null ? null : Pattern.compile(setting.pattern()))));
        }
        return settings;
    }

    /**
     * The value in use.
     *
     * @param given by the channel; null or blank: the file's own counts
     * @return null where there is none
     */
    public @Nullable String value(@Nullable String given) {
        return given == null || given.isBlank() ? defaultValue : given.strip();
    }

    /** Whether it must have a value before a channel can use what needs it. */
    public boolean needsValue() {
        return !optional && defaultValue == null;
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
