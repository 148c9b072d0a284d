package io.redress.cli;

import io.redress.channel.mailbox.login.MailAccount;
import io.redress.channel.mailbox.oauth.OAuthProvider;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.cli.mailbox.MailboxLogin;
import io.redress.cli.mailbox.Terminal;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.SettingsFiles;
import io.redress.offline.OfflineContext;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.MailAccounts;
import io.redress.routes.file.RouteFiles;
import io.redress.settings.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns mailboxes and mail servers. */
@Command(
        name = "mailbox",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        header = "Logs in at a mailbox or a mail server, and says what is wrong.",
        synopsisSubcommandLabel = "login")
final class MailboxCommand {

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @param hub the hub's main class */
    MailboxCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Command(
            name = "login",
            mixinStandardHelpOptions = true,
            header = "Logs in as the hub does, and says which mistake it is when the server refuses.",
            description = {
                "%nNo mail is read, marked or sent, and the hub may run meanwhile. If a person has to give consent first, the"
                        + " command says how, waits for it, and writes the refresh token into config/secrets, where"
                        + " the hub finds it without a restart. The token is never shown."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:logged in", "1:not logged in, for the reason shown", "2:wrong usage"})
    int login(
            @Parameters(
                            paramLabel = "<channel>",
                            description = "A mailbox's channel, such as complaints-mailbox; mail-server to send by")
                    String name,
            @Option(
                            names = "--to",
                            paramLabel = "<file>",
                            description = "Where to write the refresh token, if not into config/secrets")
                    @Nullable
                    Path file)
            throws IOException, InterruptedException {
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            throw new InvalidConfiguration(unreadable);
        }
        try (var dormant = new OfflineContext(hub)) {
            BeanCatalog catalog = dormant.catalog();
            MailAccount account = MailAccounts.of(dormant.bean(RouteFiles.class), name, catalog);
            Path config = Path.of(dormant.resolved("{{redress.config-dir}}"));
            String key = account.prefix() + "." + OAuthProvider.REFRESH_TOKEN;
            Path secret =
                    Objects.requireNonNullElse(file, Secrets.folder(config).resolve(key));
            var terminal =
                    new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), System.in);
            return new MailboxLogin(
                            account,
                            OAuthProviders.read(OAuthProviders.folder(config)),
                            catalog::setting,
                            secret,
                            terminal,
                            Clock.systemUTC(),
                            time -> Thread.sleep(time.toMillis()))
                    .run();
        }
    }
}
