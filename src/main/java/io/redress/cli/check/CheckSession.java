package io.redress.cli.check;

import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.SettingsFiles;
import io.redress.offline.OfflineContext;
import io.redress.settings.Secrets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * All checks of the working folder, run once or again and again. What the first round read and found is known to the next,
 * as far as its files have not changed since.
 */
final class CheckSession implements AutoCloseable {

    private static final long BETWEEN_LOOKS = 150;

    private final Class<?> hub;
    private final PrintWriter progress;
    private @Nullable OfflineContext dormant;
    private Map<Path, String> settings = Map.of();
    private FileSnapshot files = FileSnapshot.of(List.of());

    /** @param progress where to tell what takes long */
    CheckSession(Class<?> hub, PrintWriter progress) {
        this.hub = hub;
        this.progress = progress;
    }

    CheckResult run() throws InterruptedException {
        try (var told = new ProgressReporter(progress)) {
            told.begin("settings");
            Map<Path, String> now = SettingsFiles.texts();
            List<Finding> unreadable = SettingsFiles.unreadable();
            OfflineContext asleep = dormant;
            if (asleep == null || !now.equals(settings)) {
                close();
                asleep = new OfflineContext(hub, unreadable.isEmpty());
                dormant = asleep;
                settings = now;
            }
            files = FileSnapshot.of(asleep.folders());
            refreshed(asleep.bean(Secrets.class));
            told.end("settings");
            return run(asleep, unreadable, told);
        }
    }

    private static void refreshed(Secrets secrets) {
        secrets.poll();
        secrets.poll();
    }

    private static CheckResult run(OfflineContext asleep, List<Finding> unreadable, ProgressReporter told)
            throws InterruptedException {
        List<Check> checks = asleep.bean(Check.Plan.class).all();
        var errors = new ConcurrentLinkedQueue<>(unreadable);
        ParallelChecks.each(checks, check -> {
            told.begin(check.name());
            errors.addAll(check.run());
            told.end(check.name());
        });
        if (!unreadable.isEmpty()) {
            // Whatever the broken file sets is unknown for now, and nobody's mistake.
            errors.removeIf(finding -> finding.problem().contains("{{"));
        }
        var warnings = new ArrayList<Finding>();
        checks.forEach(check -> warnings.addAll(check.advice()));
        Set<Path> looked = new HashSet<>();
        checks.forEach(check -> check.files().stream().filter(Files::exists).forEach(looked::add));
        errors.forEach(finding -> looked.add(finding.file()));
        return CheckResult.of(looked.size(), errors, warnings);
    }

    /** Waits until a file has changed, and has then stayed as it is for a moment. */
    void awaitEdit() throws InterruptedException {
        FileSnapshot now = files.again();
        while (now.equals(files)) {
            Thread.sleep(BETWEEN_LOOKS);
            now = files.again();
        }
        FileSnapshot before;
        do {
            before = now;
            Thread.sleep(BETWEEN_LOOKS);
            now = files.again();
        } while (!now.equals(before));
    }

    @Override
    public void close() {
        if (dormant != null) {
            dormant.close();
            dormant = null;
        }
    }
}
