package io.redress.channel.callcenter;

import io.redress.config.InvalidConfiguration;
import io.redress.handoff.HandOff;
import io.redress.handoff.OwnerOnly;
import io.redress.mapping.Mapping;
import io.redress.mapping.Mappings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Takes in the files of call centres. */
public final class CallFiles {

    private final Mappings mappings;
    private final HandOff handOff;
    private final Path work;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param work a folder for reports and what does not fit into memory, while a file is read
     * @param zone the shop's: the folders {@code done/<date>/<time>} are named in it
     */
    public CallFiles(Mappings mappings, HandOff handOff, Path work, Clock clock, ZoneId zone) {
        this.mappings = mappings;
        this.handOff = handOff;
        this.work = work;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Opens a file. One that cannot be read gives no rows, and says so in its reports.
     *
     * @param mapping a name in {@code config/mappings}
     * @param sourceZone IANA name of the zone of the file's times; empty: the mapping's own
     * @throws InvalidConfiguration when there is no such mapping
     * @throws IOException when the disk failed: the file is to be tried again
     */
    public CallFile open(String channel, String mapping, @Nullable String sourceZone, File file) throws IOException {
        Mapping columns = CallRowNormalizer.mapping(mappings, mapping, sourceZone);
        OwnerOnly.shutOurs(file.toPath());
        var source = new CallSource(
                channel,
                mapping,
                columns,
                sourceZone == null ? "" : sourceZone,
                file.getName(),
                WorkFolder.of(work, channel, file.getName()));
        FileScan scan = FileScan.of(file.toPath(), columns.file());
        var rejected = new RejectedRows(source.work().file("rejected.csv"));
        try {
            CallFileRows rows = CallFileRows.open(
                    file.toPath(), scan, columns, source.work().path());
            var summary = new Summary(source, scan.sha256(), scan.size(), rows.description(), clock, zone);
            return new CallFile(rows, source, handOff, summary, rejected);
        } catch (UnreadableFile e) {
            var summary = new Summary(source, scan.sha256(), scan.size(), "nothing", clock, zone);
            summary.failed(String.valueOf(e.getMessage()));
            return new CallFile(CallFileRows.none(), source, handOff, summary, rejected);
        }
    }

    /** Ends the work on a file whose reports are delivered. */
    public void forget(CallFile file) throws IOException {
        file.forget();
    }
}
