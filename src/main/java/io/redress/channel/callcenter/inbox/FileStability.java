package io.redress.channel.callcenter.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers since when each file has been as it is: one that still grows is not taken, whatever its time of modification. */
public final class FileStability {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Clock clock;
    /** The one that was not looked at for longest comes first. */
    private final Map<String, Seen> files = new LinkedHashMap<>(16, 0.75f, true);

    private record Seen(long size, long modified, Instant since, Instant last) {}

    public FileStability(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a file has been seen like this for long enough. An empty one never has: its writer may be about to start.
     *
     * @param modified in any unit
     * @param settle milliseconds
     */
    public synchronized boolean isSettled(String file, long size, long modified, long settle) {
        Instant now = clock.instant();
        forgetBefore(now.minus(FORGOTTEN));
        Seen before = files.get(file);
        boolean same = before != null && before.size() == size && before.modified() == modified;
        Instant since = before != null && same ? before.since() : now;
        files.put(file, new Seen(size, modified, since, now));
        return size > 0 && (settle <= 0 || (same && !now.isBefore(since.plusMillis(settle))));
    }

    private void forgetBefore(Instant time) {
        var oldest = files.values().iterator();
        while (oldest.hasNext() && oldest.next().last().isBefore(time)) {
            oldest.remove();
        }
    }
}
