package io.redress.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands: its name, or names with dots between them for one inside another, such as {@code realm_access.roles} of
 * Keycloak. A name that itself has dots, as those of Auth0 do, is found, too.
 */
public record ClaimPath(String written) {

    /** Whoever is in more groups than this is let in by the first of them. */
    private static final int MOST = 2_000;

    private static final int LONGEST = 300;

    /** The texts at this place; one text stands for a list of one. Empty when there are none. */
    public Set<String> texts(Map<String, Object> claims) {
        var texts = new LinkedHashSet<String>();
        values(value(claims, written))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(text -> text.length() <= LONGEST)
                .limit(MOST)
                .forEach(texts::add);
        return texts;
    }

    private static Stream<?> values(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().filter(one -> one instanceof String || one instanceof Number);
        }
        return value instanceof String || value instanceof Number ? Stream.of(value) : Stream.empty();
    }

    private static @Nullable Object value(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = value(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
