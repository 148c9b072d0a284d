package io.redress.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what figures are divided. */
public enum Grouping {
    CATEGORY,
    CHANNEL,
    /** The product's name in small letters, its width and blanks made even. */
    PRODUCT,
    /** The store that the complaint names, made even like a product. */
    STORE,
    /** The ISO week of the shop's zone in which the fact counts, such as {@code 2026-W48}. */
    WEEK;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of that key; null for any other text. */
    public static @Nullable Grouping of(String key) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Grouping::key).toList();
    }
}
