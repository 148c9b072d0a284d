package io.redress.console.operation;

import io.redress.canary.Canaries;
import io.redress.canary.Canary;
import io.redress.health.channel.ArrivalRhythms;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.settings.HubProperties;
import io.redress.settings.IntakeSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the board shows of channels and disks. */
@Component
class Board {

    private static final double GIGABYTE = 1e9;
    private static final Duration CANARIES = Duration.ofDays(1);

    private final ConnectedChannels channels;
    private final ArrivalRhythms rhythms;
    private final Canaries canaries;
    private final HubProperties folders;
    private final IntakeSettings intake;
    private final Clock clock;

    Board(
            ConnectedChannels channels,
            ArrivalRhythms rhythms,
            Canaries canaries,
            HubProperties folders,
            IntakeSettings intake,
            Clock clock) {
        this.channels = channels;
        this.rhythms = rhythms;
        this.canaries = canaries;
        this.folders = folders;
        this.intake = intake;
        this.clock = clock;
    }

    /** With those that are unwell first, then those that are paused. */
    List<BoardChannel> channels() {
        Instant now = clock.instant();
        Map<String, List<Long>> hours = rhythms.all();
        var latest = new HashMap<String, Canary>();
        canaries.all(now.minus(CANARIES)).forEach(canary -> latest.putIfAbsent(canary.channel(), canary));
        return channels.all().stream()
                .sorted(Comparator.comparing(ChannelState::healthy).thenComparing(channel -> !channel.paused()))
                .map(channel -> {
                    Canary canary = latest.get(channel.name());
                    return new BoardChannel(
                            channel,
                            Rhythm.of(hours.getOrDefault(channel.name(), List.of())),
                            canary,
                            canary == null ? "" : canary.state(now).key());
                })
                .toList();
    }

    /** Of the data folder, and of that of the originals where it is another one. */
    List<Room> rooms() {
        var rooms = new ArrayList<Room>();
        rooms.add(room("data", folders.dataDir()));
        if (!folders.blobFolder().startsWith(folders.dataDir())) {
            rooms.add(room("originals", folders.blobFolder()));
        }
        return rooms;
    }

    private Room room(String what, Path folder) {
        File disk = folder.toFile();
        long free = disk.getUsableSpace();
        return new Room(
                what,
                free / GIGABYTE,
                disk.getTotalSpace() / GIGABYTE,
                free >= intake.leastFreeSpace().toBytes());
    }
}
