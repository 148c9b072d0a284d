package io.redress.status;

import java.util.Map;
import java.util.Optional;

/** What the form on the status page takes. */
@FunctionalInterface
public interface AddedFiles {

    /** How many {@code files}, of how many {@code megabytes} together, for the template; empty when the form does not run. */
    Optional<Map<String, Object>> limits();
}
