package io.redress.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the database, as they were at most a second ago: a key that another node withdrew opens nothing after that. Wrong
 * keys, however many, cost one query a second.
 */
public final class StoredApiKeys implements ApiKeySource {

    private static final Logger LOG = LoggerFactory.getLogger(StoredApiKeys.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final Duration USE = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final LongSupplier nanoTime;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private List<ApiKey> known = List.of();
    private boolean stale = true;
    private long readAt;

    public StoredApiKeys(ApiKeyStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
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

    /** Written at most once a minute for each key; a failure keeps nobody out. */
    @Override
    public void used(ApiKey key, Instant at) {
        Instant before = used.get(key.name());
        if (before != null && at.isBefore(before.plus(USE))) {
            return;
        }
        used.put(key.name(), at);
        try {
            store.used(key.name(), at);
        } catch (RuntimeException e) {
            LOG.warn("The last use of {} was not written: {}", key, e.getClass().getName());
        }
    }
}
