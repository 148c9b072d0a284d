package io.redress.systems;

import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real system, installed from Debian's packages, in a folder and a process of its own: see {@code src/test/systems}. */
final class RealSystem implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src/test/systems");

    private final String name;
    private final Path folder;
    private final int port = HubProcess.freePort();

    private RealSystem(String name, Path folder) {
        this.name = name;
        this.folder = folder.resolve(name);
    }

    /** Tryton with module sale_complaint and a company; not started. */
    static RealSystem tryton(Path folder) {
        return new RealSystem("tryton", folder);
    }

    /** Request Tracker 5 with three queues; not started. */
    static RealSystem requestTracker(Path folder) {
        return new RealSystem("rt", folder);
    }

    /** Finds both systems, or these packages, or installs them, which needs root. */
    static void install(String... packages) {
        run("install.sh", packages);
    }

    RealSystem start() {
        run(name + "/start.sh", folder.toString(), String.valueOf(port));
        return this;
    }

    void stop() {
        run("stop.sh", folder.toString());
    }

    /** {@code kill -9}, whatever it is doing. */
    void kill() {
        run("kill.sh", folder.toString());
    }

    /** The address of its API. */
    String url() {
        return "http://127.0.0.1:" + port + (name.equals("rt") ? "/REST/2.0" : "/erp");
    }

    /** What a user of it identifies by: {@code redress} is the hub, {@code clerk} a person. */
    String secret(String user) {
        if (name.equals("tryton")) {
            return user + "-sandbox-only";
        }
        try {
            return Files.readString(folder.resolve(user + ".token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (Files.isDirectory(folder)) {
            kill();
        }
    }

    private static void run(String script, String... arguments) {
        var command = new ArrayList<String>();
        command.add(SCRIPTS.resolve(script).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
