package io.redress.apikey;

import java.time.Instant;
import java.util.List;

/** A place that names keys: the database, a file. */
public interface ApiKeySource {

    /** Those that are not withdrawn; some may have expired. */
    List<ApiKey> keys();

    /** Takes down that a key was used; called for each request. */
    default void used(ApiKey key, Instant at) {}
}
