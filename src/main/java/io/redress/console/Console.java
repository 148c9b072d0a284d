package io.redress.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Without a command the jar is the hub. */
@Command(
        name = "java -jar redress.jar",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
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
        return new CommandLine(this)
                .addSubcommand(new CheckCommand(hub))
                .addSubcommand(new TryCommand(hub))
                .addSubcommand(new TryDeliveryCommand(hub))
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new SimulateCommand(hub))
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new BrokerUserCommand())
                .addSubcommand(new EncryptionCommand())
                .addSubcommand(new VerifyHistoryCommand())
                .addSubcommand(new PersonCommand())
                .addSubcommand(new RetentionCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new Failures())
                .execute(args);
    }
}
