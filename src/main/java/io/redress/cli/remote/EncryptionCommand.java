package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running hub about its encryption at rest, or to store everything with the current key. */
@Command(
        name = "encryption",
        mixinStandardHelpOptions = true,
        header = "Shows which keys are needed, or stores everything with the current one.",
        description = "%nAsks the running hub by its ops API. 'rotate' waits for the end; the hub works on meanwhile.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the hub refused, failed, or does not answer", "2:wrong usage"})
public final class EncryptionCommand implements Callable<Integer> {

    private static final String STATE = "/api/encryption";

    enum Act {
        status,
        rotate
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "<act>", description = "One of: ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Act act;

    @Mixin
    private final HubClient hub = new HubClient();

    @Override
    public Integer call() throws HubClient.HubRequestFailed, InterruptedException {
        JsonNode state = act == Act.rotate ? hub.post(STATE + "/rotate") : hub.get(STATE);
        while (act == Act.rotate && state.path("state").asText().equals("running")) {
            TimeUnit.SECONDS.sleep(1);
            state = hub.get(STATE);
        }
        JsonNode answer = state;
        PrintWriter out = spec.commandLine().getOut();
        hub.print(out, answer, () -> print(out, answer));
        if (answer.path("state").asText().equals("failed")) {
            spec.commandLine()
                    .getErr()
                    .println("Failed: " + answer.path("problem").asText() + "; run it again once that is fixed");
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private void print(PrintWriter out, JsonNode state) {
        out.println("Encrypts with: " + state.path("key").asText("no key; new data is stored in plain text"));
        out.println("Needed keys: " + ids(state.path("needed")));
        if (act == Act.rotate) {
            out.println("Re-encrypted: " + state.path("files").asLong() + " files, "
                    + state.path("originals").asLong() + " originals, "
                    + state.path("chatMessages").asLong() + " chat messages, "
                    + state.path("queueMessages").asLong() + " queue messages");
        }
        if (!state.path("unneeded").isEmpty()) {
            out.println("May be taken out of the key file: " + ids(state.path("unneeded")));
        }
    }

    private static String ids(JsonNode ids) {
        return ids.isEmpty() ? "none" : HubClient.words(ids);
    }
}
