package io.redress.callback.list;

import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.channel.callcenter.TableReader;
import io.redress.handoff.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes lists that are handed back with results. A bad row is reported and stops no other; a file that comes twice changes nothing. */
public final class CallResultFiles {

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmmss", Locale.ENGLISH);

    private final CallbackOutcomes outcomes;
    private final Supplier<CallListLayouts> layouts;
    private final Path work;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param work a folder for reports and what does not fit into memory, while a file is read
     * @param zone the shop's: the folders {@code done/<date>/<time>} are named in it
     */
    public CallResultFiles(
            CallbackOutcomes outcomes, Supplier<CallListLayouts> layouts, Path work, Clock clock, ZoneId zone) {
        this.outcomes = outcomes;
        this.layouts = layouts;
        this.work = work;
        this.clock = clock;
        this.zone = zone;
    }

    /** A file to lay beside a result file. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    public record Beside(String name, byte[] content) {}

    /**
     * What became of a file.
     *
     * @param folder where it and its reports go, seen from the inbox: {@code done/<date>/<time>} or {@code failed/…}
     */
    public record Taken(String folder, String name, List<Beside> reports) {}

    private static final class Counts {
        int applied;
        int known;
        int late;
        int blank;
        int rejected;
    }

    /**
     * Takes a file in; a row's outcome is applied before the next row is read.
     *
     * @throws IOException when the disk failed: the file is to be tried again, and changes nothing twice
     */
    public Taken take(File file) throws IOException {
        PrivateFiles.shutOurs(file.toPath());
        var counts = new Counts();
        String failure;
        byte[] rejected;
        String sha256;
        try (TableReader table = TableReader.open(file.toPath(), work)) {
            sha256 = table.sha256();
            Optional<CallListLayout> layout = layouts.get().of(table.header());
            if (layout.isPresent()) {
                rows(table, layout.get(), counts);
            }
            failure = layout.isEmpty() && table.failure() == null
                    ? "its header is none of a layout in config/call-lists; needed: "
                            + layouts.get().known()
                    : table.failure();
            rejected = table.rejected();
        }
        List<Beside> reports = new ArrayList<>();
        if (rejected != null) {
            reports.add(new Beside(file.getName() + ".rejected.csv", rejected));
        }
        String summary = "file: " + file.getName() + "\nresult: " + (failure == null ? "done" : "failed")
                + (failure == null ? "" : "\nreason: " + failure)
                + "\napplied: " + counts.applied + "\nknown before: " + counts.known + "\ntoo late: " + counts.late
                + "\nnot called: " + counts.blank + "\nrejected: " + counts.rejected + "\nsha-256: " + sha256 + "\n";
        String ending = failure == null ? ".summary.txt" : ".reason.txt";
        reports.add(new Beside(file.getName() + ending, summary.getBytes(StandardCharsets.UTF_8)));
        String folder = (failure == null ? "done/" : "failed/")
                + FOLDER.format(clock.instant().atZone(zone));
        return new Taken(folder, file.getName(), reports);
    }

    private void rows(TableReader table, CallListLayout layout, Counts counts) throws IOException {
        for (TableReader.Line line = table.next(); line != null; line = table.next()) {
            String problem = line.problem();
            CallResultRow row = problem == null
                    ? CallResultRow.read(layout, line.columns(), "file:" + table.sha256() + "/" + line.line())
                    : new CallResultRow.Bad("", problem, "send it again");
            if (row instanceof CallResultRow.NotCalled) {
                counts.blank++;
            } else if (row instanceof CallResultRow.Called called) {
                apply(table, line, called, counts);
            } else if (row instanceof CallResultRow.Bad bad) {
                counts.rejected++;
                table.reject(line, bad.column(), bad.problem(), bad.remedy());
            }
        }
    }

    private void apply(TableReader table, TableReader.Line line, CallResultRow.Called called, Counts counts)
            throws IOException {
        switch (outcomes.apply(called.outcome())) {
            case APPLIED -> counts.applied++;
            case REPEATED -> counts.known++;
            case LATE -> counts.late++;
            case UNKNOWN -> {
                counts.rejected++;
                table.reject(line, "", "there is no callback of this id", "keep the id of the list unchanged");
            }
        }
    }
}
