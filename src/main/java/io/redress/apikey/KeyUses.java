package io.redress.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down when keys were used: at most once a minute for each. */
final class KeyUses {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
    private static final Duration USE = Duration.ofMinutes(1);

    private final BiConsumer<String, Instant> store;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    /** @param store takes the name of a key and when it was used */
    KeyUses(BiConsumer<String, Instant> store) {
        this.store = store;
    }

    /** A failure to write does not make a request fail. */
    void used(ApiKey key, Instant at) {
        Instant before = used.get(key.name());
        if (before != null && at.isBefore(before.plus(USE))) {
            return;
        }
        used.put(key.name(), at);
        try {
            store.accept(key.name(), at);
        } catch (RuntimeException e) {
            LOG.warn("The last use of {} was not written: {}", key, e.getClass().getName());
        }
    }
}
