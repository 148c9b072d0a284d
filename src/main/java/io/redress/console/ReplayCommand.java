package io.redress.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
final class ReplayCommand implements Callable<Integer> {

    private static final Pattern ITEM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern QUEUE = Pattern.compile("invalid|DLQ\\.[\\w.-]{1,100}");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "<item>", description = "An item's id, or a queue: invalid or DLQ.<queue>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String what;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The hub (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI hub;

    @Option(
            names = "--key-file",
            description = "A file that holds a key of the ops API; without it, the environment's REDRESS_API_KEY")
    private @Nullable Path keyFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        String path = ITEM.matcher(what).matches()
                ? "/api/items/" + what + "/replay"
                : QUEUE.matcher(what).matches() ? "/api/queues/" + what + "/replay" : "";
        if (path.isEmpty()) {
            err.println(
                    "'" + what + "' is neither an item's id (a UUID) nor a queue of failures (invalid, DLQ.<queue>)");
            return ExitCode.USAGE;
        }
        String key = key();
        if (key.isEmpty()) {
            err.println("No key: set REDRESS_API_KEY, or give --key-file");
            return ExitCode.USAGE;
        }
        var request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            return tell(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            err.println("No hub answers at " + hub + ": start it, or give its address by --url");
            return ExitCode.SOFTWARE;
        }
    }

    private int tell(HttpResponse<String> answer) {
        JsonNode body = body(answer.body());
        if (answer.statusCode() / 100 == 2) {
            spec.commandLine()
                    .getOut()
                    .println("Handed off again: " + body.path("messages").asText("1"));
            return ExitCode.OK;
        }
        String why = body.path("detail").asText(body.path("title").asText());
        spec.commandLine()
                .getErr()
                .println("Refused (" + answer.statusCode() + ")" + (why.isEmpty() ? "" : ": " + why));
        return ExitCode.SOFTWARE;
    }

    private static JsonNode body(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode(); // a proxy's page: the status says it all
        }
    }

    private String key() throws IOException {
        if (keyFile != null) {
            return Files.readString(keyFile).strip();
        }
        String key = System.getenv("REDRESS_API_KEY");
        return key == null ? "" : key.strip();
    }
}
