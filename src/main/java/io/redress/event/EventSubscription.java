package io.redress.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets events.
 *
 * @param name by which it is called; small letters, digits and hyphens
 * @param types keys of {@link EventType}
 * @param categories of whose tickets; empty means all
 * @param oldSecretUntil until when the secret before this one signs, too; null when there is none
 * @param disabled since when it gets nothing; null while it does
 * @param disabledWhy why the hub disabled it; null where a person did
 */
public record EventSubscription(
        String name,
        String url,
        List<String> types,
        List<String> categories,
        Instant made,
        String madeBy,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant disabled,
        @Nullable String disabledWhy) {

    public EventSubscription {
        types = List.copyOf(types);
        categories = List.copyOf(categories);
    }
}
