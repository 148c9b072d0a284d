package io.redress.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of a cluster, as the cluster's pid file names it. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Pattern PID = Pattern.compile("\\d{1,10}");

    private final Path pidFile;

    Postmaster(Path cluster) {
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /** Empty when none runs. */
    Optional<ProcessHandle> process() throws IOException {
        String pid = pid();
        return PID.matcher(pid).matches()
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> process.info().command().orElse("").contains("postgres"))
                : Optional.empty();
    }

    /**
     * Ends a server that a killed hub left behind. The caller holds the data folder's lock, so nobody starts one meanwhile.
     *
     * @throws IOException when it does not end in time
     */
    void end(Duration patience) throws IOException {
        if (Files.exists(pidFile) && !PID.matcher(pid()).matches()) {
            // PostgreSQL clears a pid file of a process that is gone, but refuses to start beside one without a pid.
            LOG.info("{} names no process, probably after a power cut; deleting it", pidFile);
            Files.delete(pidFile);
        }
        Optional<ProcessHandle> leftover = process();
        if (leftover.isEmpty()) {
            return;
        }
        long pid = leftover.get().pid();
        LOG.info("A killed hub left its PostgreSQL running (pid {}): ending it", pid);
        leftover.get().destroy();
        try {
            leftover.get().onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "the PostgreSQL of an earlier hub, pid " + pid + ", does not end; end it manually", e);
        }
    }

    private String pid() throws IOException {
        return Files.exists(pidFile)
                ? Files.readString(pidFile, StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip()
                : "";
    }
}
