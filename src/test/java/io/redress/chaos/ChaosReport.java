package io.redress.chaos;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Tells on the console, and in {@code target/chaos/<name>.txt}, what was done and what came of it. */
final class ChaosReport {

    private static final int NAMED = 5;

    private final Path file;
    private final PrintStream out = System.out;

    ChaosReport(ChaosPlan plan) throws IOException {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        file = Path.of("target", "chaos", plan.name() + ".txt");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        line("chaos run \"%s\": seed %d, %d s, %s"
                .formatted(
                        plan.name(),
                        plan.seed(),
                        plan.run().toSeconds(),
                        plan.external() ? "external broker and PostgreSQL" : "embedded broker and PostgreSQL"));
        if (plan.sabotage() != Sabotage.NONE) {
            line("sabotage: " + plan.sabotage());
        }
    }

    void event(Duration at, String what) {
        line("%6.1f s  %s".formatted(at.toMillis() / 1000.0, what));
    }

    void table(Map<ChaosFault, Integer> made, int starts, SenderRecords senderRecords, Reconciliation reconciliation) {
        line("--- faults");
        made.forEach((fault, times) -> row(fault.title, times));
        row("starts of the hub", starts);
        line("--- what the senders were told");
        senderRecords.acceptedByChannel().forEach((channel, number) -> row(channel + ": accepted", number));
        senderRecords.refusals.forEach(this::row);
        line("--- what became of it");
        reconciliation.counts().forEach(this::row);
        line("--- must be 0");
        reconciliation.wrong().forEach((rule, breaches) -> {
            row(rule, breaches.size());
            breaches.stream().limit(NAMED).forEach(breach -> line("      " + breach));
        });
    }

    private void row(String what, Number number) {
        line("  %-50s %8d".formatted(what, number.longValue()));
    }

    void line(String text) {
        out.println(text);
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
