package io.redress.channel.callcenter.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were moved on not long ago. Who still has one open goes on writing to it where it is now: such a file is brought back
 * to its inbox, to be read on behind the last row that was taken.
 */
public final class MovedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MovedFiles.class);
    private static final Duration WATCHED = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<Path, Moved> moved = new LinkedHashMap<>();
    private final Map<Path, Long> taken = new LinkedHashMap<>();

    private record Moved(Path inbox, long size, long line, Instant at) {}

    public MovedFiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * A file is about to be moved.
     *
     * @param size when it was read to its end
     * @param line the last one of which a row was taken
     */
    public synchronized void watch(Path inbox, Path target, long size, long line) {
        taken.remove(inbox);
        moved.put(target, new Moved(inbox, size, line, clock.instant()));
        if (moved.size() > MOST) {
            moved.remove(moved.keySet().iterator().next());
        }
    }

    /** The line up to which a file was taken before it was brought back; 0 for any other. */
    public synchronized long takenOf(Path inbox) {
        return taken.getOrDefault(inbox, 0L);
    }

    /** Moves those that grew back; what another file's name stands in the way of is tried again later. */
    public synchronized void bringBackGrown() throws IOException {
        Instant now = clock.instant();
        List<Path> over = new ArrayList<>();
        for (Map.Entry<Path, Moved> each : moved.entrySet()) {
            Path target = each.getKey();
            Moved was = each.getValue();
            boolean there = Files.isRegularFile(target);
            if (there && Files.size(target) > was.size() && !Files.exists(was.inbox())) {
                Files.move(target, was.inbox());
                taken.put(was.inbox(), was.line());
                LOG.info("A file grew after it was read; reading continues");
                over.add(target);
            } else if (was.at().plus(WATCHED).isBefore(now)) {
                over.add(target);
            }
        }
        over.forEach(moved::remove);
    }
}
