package io.redress.cli;

import io.redress.cli.check.CheckCommand;
import io.redress.cli.remote.EncryptionCommand;
import io.redress.cli.remote.ExplainCommand;
import io.redress.cli.remote.KeyCommand;
import io.redress.cli.remote.PersonCommand;
import io.redress.cli.remote.ReplayCommand;
import io.redress.cli.remote.RetentionCommand;
import io.redress.cli.remote.SearchCommand;
import io.redress.cli.remote.UserCommand;
import io.redress.cli.remote.VerifyHistoryCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Without a command the jar is the hub. */
@Command(
        name = "java -jar redress.jar",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = HelpCommand.class,
        header = "Redress, the complaint integration hub.",
        description = {
            "Without a command: runs the hub of this folder (routes/ and config/) until it is stopped.",
            "Settings of config/application.yaml can be given as --key=value when it runs."
        },
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 done; 1 the answer is no (findings, a refused item, a replay that failed); 2 wrong usage."
        })
public final class Console {

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final Class<?> hub;

    /** @param hub the hub's main class, for what the commands must know of its wiring */
    public Console(Class<?> hub) {
        this.hub = hub;
    }

    /** True when the arguments ask for a command, false when they are for the hub itself. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && (OPTIONS.contains(args[0]) || !args[0].startsWith("-"));
    }

    /** Runs a command and returns the exit code. */
    public int run(String... args) {
        System.setProperty(
                "spring.backgroundpreinitializer.ignore", "true"); // it readies what only the running hub needs
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, args);
    }

    int run(PrintWriter out, PrintWriter err, String... args) {
        var line = new CommandLine(this);
        Map<String, Supplier<?>> commands = commands();
        Supplier<?> meant = args.length == 0 ? null : commands.get(args[0]);
        // the others are looked through only for help, or to say which one was meant
        (meant == null ? commands.values() : List.of(meant)).forEach(command -> line.addSubcommand(command.get()));
        return line.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new CommandErrorHandler())
                .execute(args);
    }

    private CommandLine whole() {
        var line = new CommandLine(this);
        commands().values().forEach(command -> line.addSubcommand(command.get()));
        return line;
    }

    private Map<String, Supplier<?>> commands() {
        var commands = new LinkedHashMap<String, Supplier<?>>();
        commands.put("check", () -> new CheckCommand(hub));
        commands.put("try", () -> new TryCommand(hub));
        commands.put("try-delivery", () -> new TryDeliveryCommand(hub));
        commands.put("mailbox", () -> new MailboxCommand(hub));
        commands.put("replay", ReplayCommand::new);
        commands.put("simulate", () -> new SimulateCommand(hub));
        commands.put("search", SearchCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("qr", () -> new QrCommand(hub));
        commands.put("broker-user", BrokerUserCommand::new);
        commands.put("encryption", EncryptionCommand::new);
        commands.put("verify-history", VerifyHistoryCommand::new);
        commands.put("person", PersonCommand::new);
        commands.put("retention", RetentionCommand::new);
        commands.put("completion", () -> new CompletionCommand(this::whole));
        commands.put("key", KeyCommand::new);
        commands.put("user", UserCommand::new);
        return commands;
    }
}
