package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.apikey.ApiKeyText;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and withdraws keys of the API. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        header = "Makes, lists or withdraws keys of the API.",
        description =
                "%nAsks the running hub by its ops API. A new key is printed once, and is kept nowhere by the hub.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the hub refused, or does not answer", "2:wrong usage"})
public final class KeyCommand {

    private static final String KEYS = "/api/keys";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a key and prints it.")
    int add(
            @Mixin HubClient hub,
            @Parameters(paramLabel = "<name>", description = "The system that will use it, such as crm") String name,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "<scope>",
                            description = "Permissions such as tickets.read, or roles such as agent; several by commas")
                    List<String> scopes,
            @Option(
                            names = "--team",
                            split = ",",
                            paramLabel = "<team>",
                            description = "Only tickets of these owners of categories.yaml")
                    @Nullable
                    List<String> teams,
            @Option(
                            names = "--category",
                            split = ",",
                            paramLabel = "<category>",
                            description = "Only tickets of these categories")
                    @Nullable
                    List<String> categories,
            @Option(
                            names = "--expires",
                            paramLabel = "<day>",
                            description = "The first day (UTC) on which it opens nothing, such as 2027-07-01")
                    @Nullable
                    String expires)
            throws HubClient.HubRequestFailed, InterruptedException {
        ObjectNode asked =
                new ObjectMapper().createObjectNode().put("name", name).put("expires", expires);
        asked.putPOJO("scopes", scopes).putPOJO("teams", teams).putPOJO("categories", categories);
        out().println(hub.post(KEYS, asked).path("key").asText());
        spec.commandLine().getErr().println("Write it down now: it is shown this once.");
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, without showing them.")
    int list(@Mixin HubClient hub, @Option(names = "--all", description = "Also those that were withdrawn") boolean all)
            throws HubClient.HubRequestFailed, InterruptedException {
        for (JsonNode key : hub.get(KEYS)) {
            if (all || !key.hasNonNull("withdrawn")) {
                out().println(line(key));
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Ends a key: from then on it opens nothing.")
    int withdraw(@Mixin HubClient hub, @Parameters(paramLabel = "<name>", description = "The key's name") String name)
            throws HubClient.HubRequestFailed, InterruptedException {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            spec.commandLine().getErr().println("'" + name + "' is not the name of a key: see 'key list'");
            return ExitCode.USAGE;
        }
        hub.delete(KEYS + "/" + name);
        out().println("Withdrawn: " + name);
        return ExitCode.OK;
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Prints a new key and its hash for config/api-keys.yaml; asks no hub.")
    int generate() {
        String key = ApiKeyText.random();
        out().println("key:  " + key);
        out().println("hash: " + ApiKeyText.written(ApiKeyText.hash(key)));
        return ExitCode.OK;
    }

    private static String line(JsonNode key) {
        var line =
                new StringBuilder(key.path("name").asText()).append(": ").append(HubClient.words(key.path("scopes")));
        add(line, "teams", HubClient.words(key.path("teams")));
        add(line, "categories", HubClient.words(key.path("categories")));
        add(line, "expires", key.path("expires").asText(""));
        add(line, "last used", key.path("lastUsed").asText(""));
        add(line, "made by", key.path("madeBy").asText(""));
        if (key.hasNonNull("withdrawn")) {
            add(
                    line,
                    "withdrawn",
                    key.path("withdrawn").asText() + " by "
                            + key.path("withdrawnBy").asText());
        }
        if (key.path("source").asText().equals("file")) {
            line.append("; in config/api-keys.yaml");
        }
        return line.toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            line.append("; ").append(name).append(' ').append(value);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
