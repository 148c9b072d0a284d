package io.redress.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The major version of PostgreSQL that made a cluster: a server of another major version cannot read its files. */
final class ClusterVersion {

    /** Of the binaries that the hub brings. */
    static final String OURS = "15";

    private ClusterVersion() {}

    /**
     * Lets pass what the hub's server can read: no cluster yet, or one of its own major version.
     *
     * @param cluster the data directory; need not exist
     * @throws IllegalStateException when another major version made it
     */
    static void check(Path cluster) throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        String theirs = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!theirs.isEmpty() && !theirs.equals(OURS)) {
            throw new IllegalStateException("the database in " + cluster + " is one of PostgreSQL " + theirs
                    + ", and this hub brings PostgreSQL " + OURS + ", which cannot read it; nothing was changed."
                    + " Start the redress.jar that used it last, or dump it and read it in again"
                    + " (docs/operations.md, \"Another major version of PostgreSQL\"),"
                    + " or set redress.database.url to a server that has its data");
        }
    }
}
