package io.redress.user;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a user.
 *
 * @param mail null when it is not known
 * @param language of the console's pages: {@code zh} or {@code en}; null: as the browser asks
 */
public record Profile(
        String displayName, @Nullable String mail, @Nullable String language) {}
