package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running hub for whatever somebody typed. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        header = "Finds tickets, items and persons.",
        description = "%nAsks the running hub by its ops API. <text> is a ticket's number, an item's id, a phone in any"
                + " spelling, a mail address, a chat handle, an order or serial, or words in Chinese or English.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:found", "1:nothing is found, or the hub does not answer", "2:wrong usage"})
public final class SearchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "<text>", description = "What to look for")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<String> text;

    @Option(
            names = "--size",
            defaultValue = "20",
            description = "How many are shown at most, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int size;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        var asked = new ObjectMapper()
                .createObjectNode()
                .put("q", String.join(" ", text))
                .put("size", size + "");
        JsonNode answer = hub.post("/api/search", asked);
        PrintWriter out = spec.commandLine().getOut();
        hub.print(out, answer, () -> printAll(out, answer));
        return answer.path("items").isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static void printAll(PrintWriter out, JsonNode answer) {
        answer.path("items").forEach(entry -> print(out, entry));
        if (answer.path("items").isEmpty()) {
            out.println("Nothing is found. A new ticket is found by its words a few seconds after it came in.");
        }
        if (answer.hasNonNull("next")) {
            out.println("There is more: give more words, or --size");
        }
    }

    private static void print(PrintWriter out, JsonNode entry) {
        String what = Stream.of("number", "item", "person", "name", "channel", "category", "priority", "status")
                .filter(entry::hasNonNull)
                .map(member -> entry.path(member).asText())
                .collect(Collectors.joining("  "));
        String tickets = entry.hasNonNull("tickets")
                ? "  tickets: " + entry.path("tickets").asInt()
                : "";
        out.println(
                entry.path("kind").asText() + "  " + entry.path("receivedAt").asText() + "  " + what + tickets + "  by "
                        + entry.path("matched").asText());
        if (entry.hasNonNull("snippet")) {
            out.println("    " + entry.path("snippet").path("text").asText());
        }
    }
}
