package io.redress.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum that stands in settings and the database by a key. It is written into JSON by its key only where the enum
 * annotates {@code key()} with {@code @JsonValue}: what is stored already keeps its form.
 */
public interface KeyedEnum {

    String name();

    /** Its name in small letters, words joined by hyphens, unless the enum says otherwise. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with a key; null when there is none. */
    static <E extends Enum<E> & KeyedEnum> @Nullable E of(Class<E> type, @Nullable String key) {
        for (E constant : type.getEnumConstants()) {
            if (constant.key().equals(key)) {
                return constant;
            }
        }
        return null;
    }

    /**
     * The constant with a key that we wrote ourselves.
     *
     * @throws IllegalArgumentException when there is none
     */
    static <E extends Enum<E> & KeyedEnum> E known(Class<E> type, @Nullable String key) {
        E constant = of(type, key);
        if (constant == null) {
            throw new IllegalArgumentException("'" + key + "' is no " + type.getSimpleName());
        }
        return constant;
    }

    /** In the order of the constants. */
    static <E extends Enum<E> & KeyedEnum> List<String> keys(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(KeyedEnum::key).toList();
    }
}
