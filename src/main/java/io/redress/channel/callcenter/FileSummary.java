package io.redress.channel.callcenter;

import io.redress.channel.callcenter.scan.FileScan;
import io.redress.handoff.PrivateFiles;
import io.redress.privacy.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What became of a file: counts while it is read, and is written beside it. */
final class FileSummary {

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmmss");

    private final CallFileSource source;
    private final FileScan scan;
    private final Clock clock;
    private final ZoneId zone;
    private final Instant started;
    private String readAs = "nothing";
    private long accepted;
    private long rejected;
    private ParsedCallRow.@Nullable Rejected firstRejected;
    private @Nullable String failure;

    /**
     * @param scan the first one
     * @param zone of the folders' dates and times
     */
    FileSummary(CallFileSource source, FileScan scan, Clock clock, ZoneId zone) {
        this.source = source;
        this.scan = scan;
        this.clock = clock;
        this.zone = zone;
        this.started = clock.instant();
    }

    void readAs(String description) {
        readAs = description;
    }

    void accepted() {
        accepted++;
    }

    void rejected(ParsedCallRow.Rejected why) {
        rejected++;
        firstRejected = firstRejected == null ? why : firstRejected;
    }

    boolean hasAccepted() {
        return accepted > 0;
    }

    /** Why it failed: it could not be read to its end, or gave not one call; null when it did not. */
    @Nullable
    String failure() {
        if (failure != null || accepted > 0 || firstRejected == null) {
            return failure;
        }
        String why = (rejected == 1
                        ? "its only row was rejected: "
                        : "all its " + rejected + " rows were rejected, the first: ")
                + firstRejected.problem() + " → " + firstRejected.remedy();
        return Masking.all().mask(why);
    }

    /** The file could not be read, or not to its end. */
    void failed(String why) {
        failure = Masking.all().mask(why);
    }

    String folder() {
        return (failure() == null ? "done/" : "failed/") + FOLDER.format(started.atZone(zone));
    }

    /** @param last what was known of the file in the end; null when it could not be opened */
    ReportFile report(@Nullable FileScan last) throws IOException {
        String why = failure();
        Path file = source.work().file("summary");
        Files.writeString(PrivateFiles.file(file), text(why, last == null ? scan : last));
        return new ReportFile(source.file() + (why == null ? ".summary.txt" : ".reason.txt"), file.toFile());
    }

    private String text(@Nullable String why, FileScan last) {
        String reason = why == null
                ? ""
                : "reason: " + why + "\nremedy: fix the file and put it into the inbox again; "
                        + "rows that were handed off before open no second ticket\n";
        return "file: " + source.file() + "\nresult: " + (why == null ? "done" : "failed") + "\n" + reason
                + "rows: " + (accepted + rejected)
                + "\nhanded off: " + accepted
                + "\nrejected: " + rejected
                + "\nread as: " + readAs
                + "\nchannel: " + source.channel()
                + "\nmapping: " + source.mappingName()
                + "\nbytes: " + last.size()
                + "\nsha-256: " + last.sha256()
                + "\nstarted: " + started.truncatedTo(ChronoUnit.SECONDS)
                + "\nfinished: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }
}
