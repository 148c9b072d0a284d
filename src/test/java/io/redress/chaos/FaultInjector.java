package io.redress.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes faults and ends them. */
final class FaultInjector {

    private final Installation site;
    private final HubSupervisor hubSupervisor;

    FaultInjector(Installation site, HubSupervisor hubSupervisor) {
        this.site = site;
        this.hubSupervisor = hubSupervisor;
    }

    /** What this machine and this mode allow. */
    Set<ChaosFault> possible() {
        var possible = EnumSet.allOf(ChaosFault.class);
        if (site.broker == null) {
            possible.remove(ChaosFault.BROKER_KILLED);
        }
        if (!site.disk.isOwn()) {
            possible.remove(ChaosFault.DISK_FULL);
        }
        if (!site.disk.isOwn() || site.database != null) {
            possible.remove(ChaosFault.POWER_CUT);
        }
        return possible;
    }

    void begin(Timeline.Step step) throws IOException {
        switch (step.fault()) {
            case HUB_KILLED -> site.hub.kill();
            case CLOCK_FORWARD, CLOCK_BACK -> {
                // first, since a hub that was killed is started again at once
                shift(step);
                site.hub.kill();
            }
            case BROKER_KILLED -> Objects.requireNonNull(site.broker).kill();
            case DATABASE_DOWN -> databaseDown();
            case DATABASE_CRASHED -> crash();
            case MAIL_DOWN -> {
                site.smtp.shut();
                site.imap.shut();
            }
            case DISK_FULL -> site.disk.fill();
            case POWER_CUT -> powerCut();
        }
    }

    void end(Timeline.Step step) throws IOException, SQLException {
        switch (step.fault()) {
            case BROKER_KILLED -> Objects.requireNonNull(site.broker).start();
            case DATABASE_DOWN -> databaseUp();
            case MAIL_DOWN -> {
                site.smtp.open();
                site.imap.open();
            }
            case DISK_FULL -> site.disk.free();
            default -> {}
        }
    }

    private void shift(Timeline.Step step) throws IOException {
        try {
            site.clock.shift(step.shift(), site.clock.speed());
        } catch (IOException e) {
            // the disk is full just now: the hub's clock stays as it is
            site.disk.free();
            site.clock.shift(step.shift(), site.clock.speed());
        }
    }

    private void powerCut() throws IOException {
        List<ProcessHandle> database = databaseProcesses();
        site.diskInUse.writeLock().lock();
        try {
            site.disk.cutPower();
            hubSupervisor.meanwhile(() -> {
                database.forEach(ProcessHandle::destroyForcibly);
                database.forEach(process -> process.onExit().join());
                site.disk.plugIn();
            });
        } finally {
            site.diskInUse.writeLock().unlock();
        }
    }

    private void databaseDown() throws IOException {
        if (site.database != null) {
            site.database.kill();
        } else {
            signal("-STOP", databaseProcesses());
        }
    }

    private void databaseUp() throws IOException, SQLException {
        if (site.database != null) {
            site.database.start();
        } else {
            signal("-CONT", databaseProcesses());
        }
    }

    private void crash() throws IOException {
        databaseProcesses().stream().skip(1).limit(1).forEach(process -> signal("-KILL", List.of(process)));
    }

    /** The server first. None when it does not run. */
    private List<ProcessHandle> databaseProcesses() throws IOException {
        try {
            return ProcessHandle.of(site.postmaster()).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                    .toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            ShellCommand.run("kill", signal, String.valueOf(process.pid()));
        }
    }
}
