package io.redress.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The targets that are connected. */
public interface Targets {

    /** All that are connected now, by name. A target whose file is being edited stays connected meanwhile. */
    List<Target> connected();

    /**
     * Whether a target's mapping says what to tell of things of that kind.
     *
     * @param kind {@link Delivery#TICKET} …
     * @param status key of the status that an update brought; null for other kinds
     */
    boolean wants(Target target, String kind, @Nullable String status);
}
