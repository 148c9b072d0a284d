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

/** Asks the running hub to run an original again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Runs an item, or all of a queue of failures, again.",
        description = "%nAsks the running hub by its ops API. An item that has a ticket keeps it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:handed off again", "1:the hub refused, or does not answer", "2:wrong usage"})
public final class ReplayCommand implements Callable<Integer> {

    private static final Pattern ITEM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern QUEUE = Pattern.compile("invalid|DLQ\\.[\\w.-]{1,100}");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "<item>", description = "An item's id, or a queue: invalid or DLQ.<queue>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String what;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        String path = ITEM.matcher(what).matches()
                ? "/api/items/" + what + "/replay"
                : QUEUE.matcher(what).matches() ? "/api/queues/" + what + "/replay" : "";
        if (path.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("'" + what
                            + "' is neither an item's id (a UUID) nor a queue of failures (invalid, DLQ.<queue>)");
            return ExitCode.USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = hub.post(path);
        hub.print(
                out,
                answer,
                () -> out.println("Handed off again: " + answer.path("messages").asText("1")));
        return ExitCode.OK;
    }
}
