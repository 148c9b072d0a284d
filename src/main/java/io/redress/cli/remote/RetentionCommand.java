package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the running hub what its next run of retention removes. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        header = "Shows what is too old to be kept.",
        description =
                "%nAsks the running hub by its ops API. Nothing is removed by asking: the hub does that at night, once"
                        + " config/retention.yaml says enabled: true.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the hub does not answer", "2:wrong usage"})
public final class RetentionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--dry-run", required = true, description = "Show, remove nothing")
    private boolean dryRun;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode answer = hub.get("/api/retention");
        hub.print(out, answer, () -> print(out, answer));
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, JsonNode shown) {
        if (!shown.path("enabled").asBoolean()) {
            out.println("Retention is switched off: nothing is removed until config/retention.yaml says enabled: true");
        }
        for (JsonNode line : shown.path("items")) {
            String kept = line.hasNonNull("olderThan")
                    ? line.path("count").asLong() + " older than "
                            + line.path("olderThan").asText()
                    : "kept for ever";
            String range = line.hasNonNull("oldest")
                    ? ", from " + line.path("oldest").asText() + " to "
                            + line.path("newest").asText()
                    : "";
            out.println(line.path("kind").asText() + ": " + kept + range);
        }
    }
}
