package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the running hub whether its histories hold, and holds what it says against heads that were kept elsewhere. */
@Command(
        name = "verify-history",
        mixinStandardHelpOptions = true,
        header = "Says whether the tickets' histories are what they were.",
        description = {
            "%nAsks the running hub by its ops API to look through every event, every head and the audit log, and names the"
                    + " first fault of each.",
            "With --heads, heads that were kept elsewhere are held against the hub's: who can write to the hub's database"
                    + " and knows its key could make both anew."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is sound", "1:a fault was found, or the hub does not answer", "2:wrong usage"})
public final class VerifyHistoryCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--heads",
            paramLabel = "<folder>",
            description = "Heads that were fetched before: <day>.head, <day>.sig")
    private @Nullable Path heads;

    @Option(
            names = "--public-key",
            paramLabel = "<file>",
            description = "The hub's archived public key (PEM); without it, history-key.pem in that folder")
    private @Nullable Path publicKey;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (publicKey != null && heads == null) {
            err.println("--public-key goes with --heads");
            return ExitCode.USAGE;
        }
        try {
            JsonNode found = hub.get("/api/history/verification");
            PrintWriter out = spec.commandLine().getOut();
            KeptHeads kept = heads == null ? null : compare(heads);
            boolean sound = found.path("sound").asBoolean()
                    && (kept == null || kept.faults().isEmpty());
            hub.print(out, withKept(found, kept, sound), () -> print(out, found, kept, sound));
            return sound ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            err.println("The kept heads cannot be read: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    /** What the comparison with heads that were kept elsewhere found. */
    private record KeptHeads(int count, List<String> faults) {}

    private static JsonNode withKept(JsonNode found, @Nullable KeptHeads kept, boolean sound) {
        ObjectNode all = ((ObjectNode) found.deepCopy()).put("sound", sound);
        if (kept != null) {
            all.put("keptHeads", kept.count());
            kept.faults().forEach(all.putArray("keptHeadFaults")::add);
        }
        return all;
    }

    private static void print(PrintWriter out, JsonNode found, @Nullable KeptHeads kept, boolean sound) {
        found.path("faults").forEach(fault -> out.println(fault(fault)));
        out.println(counted(found));
        found.path("blankings")
                .forEach(one -> out.println(one.path("events").asLong() + " blanked by "
                        + one.path("cause").asText()));
        if (kept != null) {
            out.println(kept.count() + " kept heads");
            kept.faults().forEach(out::println);
        }
        out.println(sound ? "No faults found." : "Faults found.");
    }

    private KeptHeads compare(Path folder) throws IOException, HubClient.HubRequestFailed, InterruptedException {
        var files = new ArchivedHeads(folder, publicKey);
        List<String> faults = new ArrayList<>();
        int count = files.check(files.key(), (day, problem) -> faults.add("kept head " + day + " " + problem));
        if (count == 0) {
            throw new IOException("there is no <day>.head in " + folder);
        }
        for (String day : files.days()) {
            Optional<JsonNode> head = hub.find("/api/history/heads/" + day);
            if (head.isEmpty() || !head.get().path("text").asText().equals(files.text(day))) {
                faults.add("kept head " + day + " is not the hub's: "
                        + (head.isPresent() ? "it has another one" : "it has none of that day"));
            }
        }
        return new KeptHeads(count, faults);
    }

    private static String counted(JsonNode found) {
        return "%d tickets, %d events, %d of them blanked, %d heads, %d entries of the audit log"
                .formatted(
                        found.path("tickets").asLong(),
                        found.path("events").asLong(),
                        found.path("blanked").asLong(),
                        found.path("heads").asLong(),
                        found.path("auditEntries").asLong());
    }

    private static String fault(JsonNode fault) {
        String place = fault.hasNonNull("ticket")
                ? fault.path("ticket").asText() + ", position "
                        + fault.path("position").asText()
                : "head " + fault.path("head").asText();
        String event =
                fault.hasNonNull("event") ? ", event " + fault.path("event").asText() : "";
        String seen = fault.hasNonNull("ticket") && fault.hasNonNull("head")
                ? " (head " + fault.path("head").asText() + ")"
                : "";
        return place + event + ": " + fault.path("problem").asText() + seen;
    }
}
