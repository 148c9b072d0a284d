package io.redress.channel.callcenter;

import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.Originals;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The channel's content side in a temporary folder, with the shipped mappings and those of the tests. */
public final class CallFileFixture {

    static final Path CASES = Path.of("src/test/resources/channel/call-center");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T01:30:00Z"), ZoneOffset.UTC);

    public final CallFiles files;
    private final CallRowNormalizer normalizer;
    private final Originals originals;

    public CallFileFixture(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("mappings"));
        for (Path from : List.of(Path.of("config/mappings"), CASES.resolve("mappings"))) {
            try (var mappings = Files.list(from)) {
                for (Path mapping : mappings.toList()) {
                    Files.copy(mapping, folder.resolve(mapping.getFileName()));
                }
            }
        }
        var mappings = Mappings.read(folder);
        var blobs = new BlobStore(data.resolve("blobs"));
        var numbers = new TicketNumbers(new AtomicLong()::getAndIncrement, new byte[32], CLOCK);
        this.originals = new Originals(blobs);
        this.normalizer = new CallRowNormalizer(mappings);
        this.files = new CallFiles(
                mappings, new HandOff(numbers, blobs, CLOCK), data.resolve("work"), CLOCK, ZoneId.of("Asia/Shanghai"));
    }

    public CallFile open(String mapping, Path file) throws IOException {
        return files.open("calls", mapping, "", file.toFile());
    }

    public NormalizationResult read(RawMessage raw) {
        return normalizer.read(raw, originals.bytes(raw.original()));
    }

    /** All rows of a file. */
    public static List<RawMessage> rows(CallFile file) {
        var rows = new ArrayList<RawMessage>();
        file.forEachRemaining(rows::addAll);
        return rows;
    }

    /** The report whose name ends so; empty when there is none. */
    public static String report(CallFile file, String ending) throws IOException {
        for (ReportFile report : file.getReports()) {
            if (report.name().endsWith(ending)) {
                return Files.readString(report.content().toPath());
            }
        }
        return "";
    }
}
