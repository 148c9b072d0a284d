package io.redress.mapping.json;

import java.util.List;

/** Something whose values have names. */
@FunctionalInterface
public interface ValueSource {

    /** The values of a name, as a description writes it; none where it leads nowhere. */
    List<String> values(String name);
}
