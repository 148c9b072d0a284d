package io.redress.routes;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of {@code routes/} may count on in this hub: its beans, by name and type, and its settings. */
public interface Wiring {

    /** The type of a bean; null when there is none of that name. */
    @Nullable
    Class<?> typeOf(String bean);

    /** The names of the beans of a type. */
    Set<String> namesOf(Class<?> type);

    /** The names of the hub's own beans, for suggestions. */
    Set<String> names();

    /** The value of a setting of {@code config/application.yaml}, the environment or the command line; null when unset. */
    @Nullable
    String setting(String key);
}
