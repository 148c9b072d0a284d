package io.redress.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.audit.AuditActor;
import io.redress.audit.AuditActs;
import io.redress.audit.RefusedAttempts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs from where which key is used, and who is refused. Each request presents its key, so the same is logged at most once an
 * hour (use) or a minute (refusal of an address), with the number of refusals at its end: a flood must not fill the log. Every
 * refusal is counted, and wrong keys are in the audit log, too.
 */
@Component
class ApiKeyAudit {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyAudit.class);
    private static final Duration USE = Duration.ofHours(1);
    private static final Duration REFUSAL = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 100;
    private static final int LINES = 100;

    private final LongSupplier nanoTime;
    private final Runnable counter;
    private final ObjectProvider<RefusedAttempts> attempts;
    private final Map<String, Integer> wrong = new LinkedHashMap<>();
    private final Map<String, Long> silentUntil = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Autowired
    ApiKeyAudit(ObjectProvider<MeterRegistry> meters, ObjectProvider<RefusedAttempts> attempts) {
        this(
                System::nanoTime,
                () -> meters.ifAvailable(
                        meter -> meter.counter("redress.api.keys.refused").increment()),
                attempts);
    }

    ApiKeyAudit(LongSupplier nanoTime, Runnable counter, ObjectProvider<RefusedAttempts> attempts) {
        this.attempts = attempts;
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
     * @param why without what was presented, such as {@code unknown API key}
     * @param presented whether there was a key; only then it is kept in the audit log
     */
    void refused(String address, String method, String path, String why, boolean presented) {
        counter.run();
        if (presented) {
            attempts.ifAvailable(log -> log.refused(AuditActs.WRONG_KEY, AuditActor.UNKNOWN, address, why));
        }
        count(address);
        if (isNews("refusal " + address, REFUSAL)) {
            LOG.warn(
                    "Refused {} {} from {}: {}",
                    method,
                    path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path,
                    address,
                    why);
        }
    }

    /** Says what a flood came to, of each address once a minute: what is told at once is its first request alone. */
    @Scheduled(fixedDelay = 60_000)
    void tellFloods() {
        Map<String, Integer> over;
        synchronized (this) {
            over = new LinkedHashMap<>(wrong);
            wrong.clear();
        }
        over.forEach((address, times) -> {
            if (times > 1) {
                LOG.warn("Refused {} requests from {} within the last minute", times, address);
            }
        });
        attempts.ifAvailable(RefusedAttempts::flush);
    }

    private synchronized void count(String address) {
        String place = wrong.size() < LINES || wrong.containsKey(address) ? address : "other addresses";
        wrong.merge(place, 1, Integer::sum);
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
