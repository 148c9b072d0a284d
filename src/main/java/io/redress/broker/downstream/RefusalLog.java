package io.redress.broker.downstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker refused to others: counted each time, and logged once a minute for the same refusal, a hundred in a minute
 * in all; strangers choose names and addresses, and shall not fill the log with them.
 */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final Duration SAME = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;
    private static final int LINES_A_MINUTE = 100;
    private static final int LONGEST = 100;

    private final Clock clock;
    private final Consumer<String> counter;
    private final Consumer<String> log;
    private final BiConsumer<String, String> logins;
    private Instant minute = Instant.MIN;
    private int lines;
    private int unlogged;
    private final Map<String, Instant> logged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param counter told of each refusal by its kind, {@code login} or {@code access} */
    public RefusalLog(Clock clock, Consumer<String> counter) {
        this(clock, counter, LOG::warn, (address, reason) -> {});
    }

    /**
     * One that tells of logins besides.
     *
     * @param counter told of each refusal by its kind, {@code login} or {@code access}
     * @param logins told of each refused login: from where, and why; it must not block
     */
    public static RefusalLog audited(Clock clock, Consumer<String> counter, BiConsumer<String, String> logins) {
        return new RefusalLog(clock, counter, LOG::warn, logins);
    }

    RefusalLog(Clock clock, Consumer<String> counter, Consumer<String> log) {
        this(clock, counter, log, (address, reason) -> {});
    }

    RefusalLog(Clock clock, Consumer<String> counter, Consumer<String> log, BiConsumer<String, String> logins) {
        this.logins = logins;
        this.clock = clock;
        this.counter = counter;
        this.log = log;
    }

    SecurityException login(@Nullable String user, String address, String reason) {
        logins.accept(address, reason);
        return refused("login", "user " + printable(user) + " from " + printable(address) + ": " + reason, reason);
    }

    /** @param what an act and its place, in words that follow "may not" */
    SecurityException access(String user, String address, String what) {
        String refusal = "user " + printable(user) + " may not " + printable(what);
        return refused("access", refusal + ", from " + printable(address), refusal);
    }

    private SecurityException refused(String kind, String line, String answer) {
        counter.accept(kind);
        tell(line);
        return new SecurityException(answer);
    }

    private synchronized void tell(String line) {
        Instant now = clock.instant();
        Instant before = logged.get(line);
        if (before != null && now.isBefore(before.plus(SAME))) {
            return;
        }
        if (!now.isBefore(minute.plus(SAME))) {
            if (unlogged > 0) {
                log.accept("Refused at the broker: " + unlogged + " more, which are counted and not logged one by one");
            }
            minute = now;
            lines = 0;
            unlogged = 0;
        }
        if (lines >= LINES_A_MINUTE) {
            unlogged++;
            return;
        }
        lines++;
        logged.put(line, now);
        log.accept("Refused at the broker: " + line);
    }

    /** Names come from strangers: on one line, in letters that a terminal shows as they are, not too long. */
    static String printable(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "(none)";
        }
        String shown = text.replaceAll("[^\\p{Alnum}\\p{L} ._:;,/>*@'()\\[\\]?=&+-]", "?");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
