package io.redress.ticket;

import org.jspecify.annotations.Nullable;

/** Other tickets that this one belongs to, by number. */
public record Links(@Nullable String duplicateOf, @Nullable String followUpOf) {

    public static Links none() {
        return new Links(null, null);
    }
}
