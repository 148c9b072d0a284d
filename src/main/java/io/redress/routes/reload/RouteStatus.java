package io.redress.routes.reload;

import io.redress.configfile.Finding;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * How a file of {@code routes/} stands to what runs.
 *
 * @param since when the running version was loaded; when nothing of it runs, since when that is so
 * @param findings why the file on disk does not run; empty when it does
 */
public record RouteStatus(Path file, Instant since, State state, List<Finding> findings) {

    /** Of a file. */
    public enum State implements KeyedEnum {
        /** What the file says runs. */
        RUNNING,
        /** The file has an edit that cannot run; its last good version does. */
        LAST_GOOD_VERSION,
        /** A new file that cannot run. */
        REFUSED,
        /** Neither the edit nor the version before it would start. */
        DOWN
    }
}
