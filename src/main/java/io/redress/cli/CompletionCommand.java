package io.redress.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        header = "Prints a script by which bash and zsh complete commands.",
        description = {
            "%nFor the command 'redress', which the Debian package has; elsewhere define it as an alias. In bash:",
            "  source <(redress completion)",
            "In zsh the same, after: autoload -U compinit && compinit"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong usage"})
final class CompletionCommand implements Callable<Integer> {

    private static final String NAME = "redress";

    private final Supplier<CommandLine> line;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @param line the command line with all of its commands */
    CompletionCommand(Supplier<CommandLine> line) {
        this.line = line;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(AutoComplete.bash(NAME, line.get()));
        return ExitCode.OK;
    }
}
