package io.redress.channel.callcenter;

import io.redress.handoff.OwnerOnly;
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
final class Summary {

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmmss");

    private final CallSource source;
    private final String sha256;
    private final long size;
    private final String readAs;
    private final Clock clock;
    private final ZoneId zone;
    private final Instant started;
    private long accepted;
    private long rejected;
    private @Nullable String failure;

    /** @param zone of the folders' dates and times */
    Summary(CallSource source, String sha256, long size, String readAs, Clock clock, ZoneId zone) {
        this.source = source;
        this.sha256 = sha256;
        this.size = size;
        this.readAs = readAs;
        this.clock = clock;
        this.zone = zone;
        this.started = clock.instant();
    }

    void accepted() {
        accepted++;
    }

    void rejected() {
        rejected++;
    }

    /** The file could not be read, or not to its end. */
    void failed(String why) {
        failure = Masking.all().mask(why);
    }

    String folder() {
        return (failure == null ? "done/" : "failed/") + FOLDER.format(started.atZone(zone));
    }

    Report report() throws IOException {
        String why = failure;
        Path file = source.work().file("summary");
        Files.writeString(OwnerOnly.file(file), text(why));
        return new Report(source.file() + (why == null ? ".summary.txt" : ".reason.txt"), file.toFile());
    }

    private String text(@Nullable String why) {
        String reason = why == null
                ? ""
                : "reason: " + why + "\nremedy: fix the file and put it into the inbox again; "
                        + "rows that were accepted before open no second ticket\n";
        return "file: " + source.file() + "\nresult: " + (why == null ? "done" : "failed") + "\n" + reason
                + "rows: " + (accepted + rejected)
                + "\naccepted: " + accepted
                + "\nrejected: " + rejected
                + "\nread as: " + readAs
                + "\nchannel: " + source.channel()
                + "\nmapping: " + source.mappingName()
                + "\nbytes: " + size
                + "\nsha-256: " + sha256
                + "\nstarted: " + started.truncatedTo(ChronoUnit.SECONDS)
                + "\nfinished: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }
}
