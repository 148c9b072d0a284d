package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running hub why a ticket is due when it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Says why a ticket's deadlines are where they are.",
        description = "%nAsks the running hub by its ops API: limit, calendar, pauses and marks of each clock.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "1:there is no such ticket, or the hub does not answer", "2:wrong usage"})
public final class ExplainCommand implements Callable<Integer> {

    private static final Pattern NUMBER = Pattern.compile("[Rr]-\\d{6}-[0-9A-Za-z]{6}");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "<number>", description = "A ticket's number, such as R-260701-7K9Q2M")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String number;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        if (!NUMBER.matcher(number).matches()) {
            spec.commandLine().getErr().println("'" + number + "' is not a ticket's number, such as R-260701-7K9Q2M");
            return ExitCode.USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = hub.get("/api/tickets/" + number + "/deadlines");
        hub.print(out, answer, () -> answer.path("items").forEach(clock -> print(out, clock)));
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, JsonNode clock) {
        out.println(
                clock.path("clock").asText() + ", round " + clock.path("round").asInt() + ": " + state(clock));
        clock.path("steps")
                .forEach(step -> out.println("  " + step.path("at").asText() + "  "
                        + step.path("what").asText()));
        out.println();
    }

    private static String state(JsonNode clock) {
        if (clock.hasNonNull("metAt")) {
            String in =
                    clock.path("metAt").asText().compareTo(clock.path("dueAt").asText()) <= 0 ? " in time" : " late";
            return "kept" + in + ", at " + clock.path("metAt").asText();
        }
        if (clock.hasNonNull("endedAt")) {
            return "no longer owed since " + clock.path("endedAt").asText();
        }
        return clock.hasNonNull("dueAt") ? "due at " + clock.path("dueAt").asText() : "stands still";
    }
}
