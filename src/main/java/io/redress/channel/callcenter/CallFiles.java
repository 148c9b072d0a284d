package io.redress.channel.callcenter;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.callcenter.inbox.MovedFiles;
import io.redress.channel.callcenter.row.UnreadableFileException;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.configfile.InvalidConfiguration;
import io.redress.handoff.HandOff;
import io.redress.handoff.PrivateFiles;
import io.redress.mapping.Mapping;
import io.redress.mapping.Mappings;
import io.redress.privacy.Masking;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Takes in the files of call centres. */
public final class CallFiles {

    /** A channel's trouble with the last file that gave nothing. */
    private static final String LAST_FILE = "last file";

    private final Mappings mappings;
    private final HandOff handOff;
    private final ChannelProblems problems;
    private final MovedFiles moved;
    private final Path work;
    private final Clock clock;
    private final ZoneId zone;

    /** For a hub in which nobody asks how channels are. */
    public CallFiles(Mappings mappings, HandOff handOff, Path work, Clock clock, ZoneId zone) {
        this(mappings, handOff, new ChannelProblems(clock), work, clock, zone);
    }

    /**
     * @param problems where a file that gave nothing is told, until a good one comes
     * @param work a folder for reports and what does not fit into memory, while a file is read
     * @param zone the shop's: the folders {@code done/<date>/<time>} are named in it
     */
    public CallFiles(
            Mappings mappings, HandOff handOff, ChannelProblems problems, Path work, Clock clock, ZoneId zone) {
        this.mappings = mappings;
        this.handOff = handOff;
        this.problems = problems;
        this.moved = new MovedFiles(clock);
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
     * @throws IOException when the disk failed, or the file grew meanwhile: it is to be tried again
     */
    public CallFile open(String channel, String mapping, @Nullable String sourceZone, File file) throws IOException {
        Mapping columns = CallRowNormalizer.mapping(mappings, mapping, sourceZone);
        if (Files.isSymbolicLink(file.toPath())) { // put in its place since it was looked at
            throw new IOException("the file has become a link");
        }
        PrivateFiles.shutOurs(file.toPath());
        var source = new CallFileSource(
                channel,
                mapping,
                columns,
                sourceZone == null ? "" : sourceZone,
                file.toPath().toAbsolutePath(),
                WorkFolder.of(work, channel, file.getName()));
        FileScan scan = FileScan.of(file.toPath(), columns.file());
        var summary = new FileSummary(source, scan, clock, zone);
        var rejected = new RejectedRows(source.work().file("rejected.csv"));
        try {
            var rows =
                    new GrowingFile(file.toPath(), scan, columns, source.work().path());
            rows.after(moved.takenOf(source.path()));
            summary.readAs(rows.description());
            return new CallFile(rows, source, handOff, summary, rejected);
        } catch (UnreadableFileException e) {
            if (Files.size(file.toPath()) != scan.size()) {
                throw new IOException("the file grew while it was opened", e);
            }
            summary.failed(String.valueOf(e.getMessage()));
            return new CallFile(null, source, handOff, summary, rejected);
        }
    }

    /** Ends the work on a file whose reports are delivered, and which is moved next. */
    public void forget(CallFile file) throws IOException {
        file.close();
        CallFileSource source = file.source();
        String failure = file.summary().failure();
        if (failure != null) {
            problems.tell(
                    source.channel(),
                    ChannelProblem.of(
                            LAST_FILE, Masking.all().mask("file '" + file.getName() + "' failed: " + failure)));
        } else if (file.summary().hasAccepted()) {
            problems.over(source.channel(), LAST_FILE);
        }
        GrowingFile rows = file.rows();
        Path inbox = source.path().getParent();
        if (rows != null && inbox != null && Files.exists(source.path())) {
            Path target = inbox.resolve(file.getFolder()).resolve(file.getName());
            moved.watch(source.path(), target, rows.scan().size(), rows.lastWholeLine());
        }
        source.work().clear();
    }

    /** Puts files that grew after they were moved back into their inboxes: what was added is taken then. */
    public void bringBackGrown() throws IOException {
        moved.bringBackGrown();
    }
}
