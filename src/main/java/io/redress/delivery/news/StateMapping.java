package io.redress.delivery.news;

import io.redress.lifecycle.UpdateKind;
import org.jspecify.annotations.Nullable;

/** What a system's states mean here; a mapping file says so. */
@FunctionalInterface
public interface StateMapping {

    /** The kind of update that a record in that state is; null when it is none. */
    @Nullable
    UpdateKind kindOf(String state);
}
