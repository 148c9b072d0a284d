package io.redress.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Logs from where which key is used, and who is refused. Each request presents its key, so the same is logged at most once an
 * hour (use) or a minute (refusal of an address): a flood must not fill the log. Every refusal is counted.
 */
@Component
class ApiKeyAudit {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyAudit.class);
    private static final Duration USE = Duration.ofHours(1);
    private static final Duration REFUSAL = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 100;

    private final LongSupplier nanoTime;
    private final Runnable counter;
    private final Map<String, Long> silentUntil = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Autowired
    ApiKeyAudit(ObjectProvider<MeterRegistry> meters) {
        this(
                System::nanoTime,
                () -> meters.ifAvailable(
                        meter -> meter.counter("redress.api.keys.refused").increment()));
    }

    ApiKeyAudit(LongSupplier nanoTime, Runnable counter) {
        this.nanoTime = nanoTime;
        this.counter = counter;
    }

    /**
     * Tells who comes from where.
     *
     * @param actor such as {@code key erp}
     * @param address the client's, behind a trusted proxy the one that the proxy reports
     */
    void used(String actor, String address) {
        if (isNews("use " + actor + " " + address, USE)) {
            LOG.info("{} is used from {}", actor, address);
        }
    }

    /**
     * @param path as it was sent, percent-encoded, without the query
     * @param presented whether there was a key, which is then an unknown one
     */
    void refused(String address, String method, String path, boolean presented) {
        counter.run();
        if (isNews("refusal " + address, REFUSAL)) {
            LOG.warn(
                    "Refused {} {} from {}: {}",
                    method,
                    path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path,
                    address,
                    presented ? "unknown API key" : "no API key");
        }
    }

    private synchronized boolean isNews(String what, Duration pause) {
        long now = nanoTime.getAsLong();
        Long until = silentUntil.get(what);
        if (until != null && now - until < 0) {
            return false;
        }
        silentUntil.remove(what); // to the end of the order, so that the oldest goes first
        silentUntil.put(what, now + pause.toNanos());
        return true;
    }
}
