package io.redress.intake.recording;

import io.redress.due.DueWorkPlanner;
import io.redress.intake.device.DeviceTickets;
import io.redress.intake.device.FaultDecision;
import io.redress.intake.device.FaultMatter;
import io.redress.intake.device.FaultMatters;
import io.redress.intake.device.FaultReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows one fault, or none. */
final class FaultMemory implements FaultMatters, DueWorkPlanner {

    @Nullable
    FaultMatter matter;

    /** What is planned, by key: when, and its argument. */
    final Map<String, String> planned = new LinkedHashMap<>();

    int told;

    @Override
    public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
        planned.putIfAbsent(key, at + " " + argument);
    }

    @Override
    public boolean move(String kind, String ticketNumber, String key, Instant at) {
        return false;
    }

    @Override
    public void cancel(String kind, String ticketNumber, String reason) {}

    @Override
    public Optional<FaultMatter> latest(String channel, FaultReport report) {
        return Optional.empty();
    }

    @Override
    public Optional<FaultMatter> find(long id) {
        return Optional.ofNullable(matter);
    }

    @Override
    public void told(FaultMatter matter, Instant now) {
        told++;
    }

    @Override
    public Optional<DeviceTickets> lately(String channel, String device, Instant since) {
        return Optional.empty();
    }

    @Override
    public void open(
            String channel, FaultReport report, FaultDecision decision, @Nullable String ticket, Instant now) {}

    @Override
    public void count(FaultMatter matter, FaultDecision decision, boolean told, Instant now) {}
}
