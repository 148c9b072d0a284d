package io.redress.intake.recording;

import io.redress.due.DueWorkPlanner;
import io.redress.intake.device.DeviceTickets;
import io.redress.intake.device.FaultDecision;
import io.redress.intake.device.FaultEpisode;
import io.redress.intake.device.FaultEpisodes;
import io.redress.intake.device.FaultReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows one fault, or none. */
final class FaultMemory implements FaultEpisodes, DueWorkPlanner {

    @Nullable
    FaultEpisode episode;

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
    public Optional<FaultEpisode> latest(String channel, FaultReport report) {
        return Optional.empty();
    }

    @Override
    public Optional<FaultEpisode> find(long id) {
        return Optional.ofNullable(episode);
    }

    @Override
    public void told(FaultEpisode episode, Instant now) {
        told++;
    }

    @Override
    public Optional<DeviceTickets> lately(String channel, String device, Instant since) {
        return Optional.empty();
    }

    @Override
    public boolean takes(String channel, String device, int most, Instant since) {
        return true;
    }

    @Override
    public void cleared(FaultEpisode episode, Instant saidAt) {}

    @Override
    public void open(
            String channel, FaultReport report, FaultDecision decision, @Nullable String ticket, Instant now) {}

    @Override
    public void count(FaultEpisode episode, FaultDecision decision, boolean told, Instant now) {}
}
