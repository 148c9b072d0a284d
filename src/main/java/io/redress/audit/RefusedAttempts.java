package io.redress.audit;

import io.redress.handoff.SourceNetwork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts to get in that failed. The first of an address in a minute is an entry at once; the others of that minute are counted,
 * and are one more when it is over. Of more than a hundred addresses in a minute the others share one entry. So a flood fills
 * neither the disk nor the memory, and a crash loses at most the count of a minute.
 */
public final class RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final int MOST = 100;
    private static final String OTHERS = "others";
    private static final String MORE = "more of the same minute";

    private final AuditLog log;
    private final Clock clock;
    private final Map<Attempt, Long> counts = new LinkedHashMap<>();
    private Instant minute = Instant.MIN;

    private record Attempt(String act, AuditActor actor, String address) {}

    public RefusedAttempts(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Somebody could not get in.
     *
     * @param act see {@link AuditActs}
     * @param actor whoever it pretended to be, if there is one of that name; what was typed may be a password
     * @param note why; without what was presented
     */
    public void refused(String act, AuditActor actor, String address, @Nullable String note) {
        Instant now = clock.instant();
        flushBefore(now);
        var attempt = new Attempt(act, actor, SourceNetwork.of(address));
        synchronized (counts) {
            boolean known = counts.containsKey(attempt);
            if (!known && counts.size() >= MOST) {
                attempt = new Attempt(act, AuditActor.UNKNOWN, OTHERS);
                known = counts.containsKey(attempt);
            }
            counts.merge(attempt, known ? 1L : 0L, Long::sum);
            if (known) {
                return;
            }
        }
        if (!write(entry(now, attempt, 1, note))) {
            synchronized (counts) {
                counts.merge(attempt, 1L, Long::sum); // with those that follow
            }
        }
    }

    /** Writes what was counted in minutes that are over; called each minute, and at the end for all. */
    public void flush() {
        flushBefore(clock.instant());
    }

    /** Writes all that was counted. */
    public void close() {
        flushBefore(Instant.MAX);
    }

    private void flushBefore(Instant now) {
        Instant current = now.equals(Instant.MAX) ? now : now.truncatedTo(ChronoUnit.MINUTES);
        List<AuditEntry> entries = new ArrayList<>();
        synchronized (counts) {
            if (current.equals(minute)) {
                return;
            }
            Instant at = clock.instant();
            counts.forEach((attempt, count) -> {
                if (count > 0) {
                    entries.add(entry(at, attempt, count, MORE));
                }
            });
            counts.clear();
            minute = current;
        }
        entries.forEach(this::write);
    }

    private boolean write(AuditEntry entry) {
        try {
            log.write(entry);
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "The audit log could not be written: {} refused attempts ({}) from {}",
                    entry.shown(),
                    entry.act(),
                    entry.address(),
                    e);
            return false;
        }
    }

    private static AuditEntry entry(Instant at, Attempt attempt, long count, @Nullable String note) {
        return new AuditEntry(
                at,
                attempt.actor(),
                attempt.address(),
                attempt.act(),
                null,
                List.of(),
                AuditOutcome.REFUSED,
                count,
                null,
                note);
    }
}
