package io.redress.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The keys of the database, as they were at most a second ago: a key that another node withdrew opens nothing after that. Wrong
 * keys, however many, cost one query a second.
 */
public final class StoredApiKeys implements ApiKeySource {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final ApiKeyStore store;
    private final LongSupplier nanoTime;
    private final KeyUses uses;
    private List<ApiKey> known = List.of();
    private boolean stale = true;
    private long readAt;

    public StoredApiKeys(ApiKeyStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.uses = new KeyUses(store::used);
    }

    /** Throws what the store throws: without it nobody knows who was withdrawn. */
    @Override
    public synchronized List<ApiKey> keys() {
        long now = nanoTime.getAsLong();
        if (stale || now - readAt >= FRESH) {
            known = store.inUse();
            readAt = now;
            stale = false;
        }
        return known;
    }

    /** Has the next look ask the database, after a change on this node. */
    public synchronized void changed() {
        stale = true;
    }

    /** Written at most once a minute for each key; a failure does not make a request fail. */
    @Override
    public void used(ApiKey key, Instant at) {
        uses.used(key, at);
    }
}
