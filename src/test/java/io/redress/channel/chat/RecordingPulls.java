package io.redress.channel.chat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the pulls of a hub with a database: keeps the notices. */
public class RecordingPulls {

    /** A platform said that it keeps messages. */
    public record Wanted(String channel, String platform, Duration quietTime, PullNotice notice) {}

    private final List<Wanted> wanted = new CopyOnWriteArrayList<>();

    public void wanted(String channel, String platform, Duration quietTime, PullNotice notice) {
        wanted.add(new Wanted(channel, platform, quietTime, notice));
    }

    List<Wanted> wanted() {
        return wanted;
    }

    void forget() {
        wanted.clear();
    }
}
