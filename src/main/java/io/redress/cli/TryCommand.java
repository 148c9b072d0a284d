package io.redress.cli;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SettingsFiles;
import io.redress.offline.DryRunResult;
import io.redress.offline.IntakeDryRun;
import io.redress.offline.OfflineContext;
import io.redress.offline.TriedRequest;
import io.redress.routes.file.ConnectedChannel;
import io.redress.routes.file.RouteFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would become of an original. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        header = "Shows the ticket that an original would give, and why. Changes nothing.",
        description =
                "%nReads the file as the channel would, with the rules of this folder. The ticket's number and times"
                        + " are samples; whether the item was here before is not looked up.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it would open a ticket (of a file of calls: at least one row would)",
            "1:it would not, or routes or config are broken",
            "2:wrong usage"
        })
final class TryCommand implements Callable<Integer> {

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<channel>", description = "A file of routes/channels, without .camel.yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String channel;

    @Parameters(
            index = "1",
            paramLabel = "<file>",
            arity = "0..1",
            defaultValue = "",
            description = "The original: a mail (.eml), a form's body, a CSV …; - reads standard input. A GET has none")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String file;

    @Option(
            names = "--method",
            defaultValue = "POST",
            description = "Of a webhook's request: GET tries the handshake of an address (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String method;

    @Option(names = "--content-type", description = "Of a form's body; by default derived from the file's name")
    private @Nullable String contentType;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "<name: value>",
            description =
                    "A header of a webhook's request; may be repeated. The request is then verified, except for its time")
    private List<String> headers = List.of();

    @Option(names = "--query", description = "The query of a webhook's address, such as token=…; as --header")
    private @Nullable String query;

    @Option(names = "--json", description = "Print the ticket as JSON instead of YAML")
    private boolean json;

    @Option(
            names = "--rows",
            defaultValue = "20",
            description = "How many rows of a file of calls to show (default: ${DEFAULT-VALUE})")
    private int rows;

    TryCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws IOException {
        TriedRequest tried;
        try {
            tried = TriedRequest.of(method, contentType, headers, query);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
        if (tried.isPost() && !file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            spec.commandLine().getErr().println(file.isEmpty() ? "Name a file" : "There is no file " + file);
            return ExitCode.USAGE;
        }
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            throw new InvalidConfiguration(unreadable);
        }
        try (var dormant = new OfflineContext(hub)) {
            var connected = ConnectedChannel.of(dormant.bean(RouteFiles.class), channel, dormant::resolved);
            var intakeDryRun = new IntakeDryRun(dormant, connected, tried);
            if (!tried.isPost()) {
                return show(intakeDryRun.of("request", new byte[0], rows));
            }
            return file.equals("-")
                    ? show(intakeDryRun.of("standard-input", System.in.readAllBytes(), rows))
                    : show(intakeDryRun.of(Path.of(file), rows));
        }
    }

    private int show(DryRunResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        // JSON is for programs, which want nothing else on standard output.
        PrintWriter why = json && result.ticket() != null ? spec.commandLine().getErr() : out;
        result.lines().forEach(why::println);
        if (result.ticket() != null) {
            out.println(mapper().writeValueAsString(result.ticket()).stripTrailing());
        }
        return result.opensTicket() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ObjectMapper mapper() {
        var builder = json
                ? JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
                : YAMLMapper.builder()
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER);
        return builder.addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .serializationInclusion(Include.NON_NULL)
                .build();
    }
}
