package io.redress.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What concerns users of the queues. */
@Command(
        name = "broker-user",
        mixinStandardHelpOptions = true,
        header = "Makes the hash of a password for config/broker-users.yaml.",
        synopsisSubcommandLabel = "hash")
final class BrokerUserCommand {

    private static final int SHORTEST = 12;
    /** Bytes; bcrypt looks at no more. */
    private static final int LONGEST = 72;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "hash",
            mixinStandardHelpOptions = true,
            header = "Reads a password from standard input, without showing it, and prints its hash.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:printed", "1:the two entries differ", "2:the password is too short or too long"})
    int hash() throws IOException {
        Console terminal = System.console();
        String password = terminal == null ? piped() : typed(terminal);
        if (password == null) {
            spec.commandLine().getErr().println("The two entries differ: nothing was made");
            return ExitCode.SOFTWARE;
        }
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            spec.commandLine()
                    .getErr()
                    .println("A password has at least " + SHORTEST + " characters and at most " + LONGEST + " bytes");
            return ExitCode.USAGE;
        }
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
        spec.commandLine().getOut().println(hash);
        return ExitCode.OK;
    }

    private static @Nullable String typed(Console terminal) {
        char[] first = terminal.readPassword("Password: ");
        char[] second = terminal.readPassword("Again: ");
        return Arrays.equals(first, second) ? String.valueOf(Objects.requireNonNullElse(first, new char[0])) : null;
    }

    private static String piped() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(in.readLine(), "");
    }
}
