package io.redress.fuzz;

import io.redress.channel.callcenter.CallFile;
import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.Originals;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a file as the channel does: every row is handed off and then read by its normalizer. */
final class CallFileReader {

    private static final Clock CLOCK = Clock.fixed(ParserInvariants.NOW, ZoneOffset.UTC);
    private static final Path FOLDER = temporary();
    private static final Mappings MAPPINGS = Mappings.read(Path.of("config/mappings"));
    private static final BlobStore BLOBS = new BlobStore(FOLDER.resolve("blobs"));
    private static final Originals ORIGINALS = new Originals(BLOBS);
    private static final CallRowNormalizer ROWS = new CallRowNormalizer(MAPPINGS);
    private static final CallFiles FILES = new CallFiles(
            MAPPINGS,
            new HandOff(new TicketNumbers(new AtomicLong()::getAndIncrement, new byte[32], CLOCK), BLOBS, CLOCK),
            FOLDER.resolve("work"),
            CLOCK,
            ZoneId.of("Asia/Shanghai"));

    private static String lastReason = "";

    private CallFileReader() {}

    static CallFile of(String name, byte[] bytes) throws IOException {
        Path path = Files.write(FOLDER.resolve(name), bytes);
        CallFile file = FILES.open("calls", "call-center", "", path.toFile());
        while (file.hasNext()) {
            List<RawMessage> batch = file.next();
            for (RawMessage row : batch) {
                ParserInvariants.check(ROWS.read(row, ORIGINALS.bytes(row.original())));
            }
        }
        var reports = file.getReports();
        lastReason = Files.readString(reports.get(reports.size() - 1).content().toPath());
        FILES.forget(file);
        return file;
    }

    /** The summary, or the reason of failure, of the file that was read last. */
    static String lastReason() {
        return lastReason;
    }

    static Path folder() {
        return FOLDER;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/fuzz")), "files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
