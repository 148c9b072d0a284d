package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** Adds, shows and disables those who sign in to the running hub's console. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        header = "Adds, lists, disables users of the console.",
        description = "%nAsks the running hub by its ops API. So comes the first administrator, too:"
                + " user add wang.li --role administrator",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the hub refused, or does not answer", "2:wrong usage"})
public final class UserCommand {

    private static final String USERS = "/api/users";
    private static final String LOGIN = "A user's login";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user, and prints a password once: it is to be changed within seven days.")
    int add(
            @Mixin HubClient hub,
            @Parameters(paramLabel = "<login>", description = "How the user signs in, such as wang.li") String login,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            description =
                                    "viewer, agent, supervisor, operator, administrator, auditor; several with commas")
                    List<String> roles,
            @Option(names = "--team", split = ",", description = "A key of owners: the user sees its tickets only")
                    @Nullable
                    List<String> teams,
            @Option(names = "--category", split = ",", description = "A category: the user sees its tickets only")
                    @Nullable
                    List<String> categories,
            @Option(names = "--name", description = "The user's name; the login without it") @Nullable String name,
            @Option(names = "--mail", description = "The user's mail address") @Nullable String mail)
            throws HubClient.HubRequestFailed, InterruptedException {
        ObjectNode user = new ObjectMapper().createObjectNode().put("login", login);
        put(user, "roles", roles);
        put(user, "teams", teams);
        put(user, "categories", categories);
        if (name != null) {
            user.put("name", name);
        }
        if (mail != null) {
            user.put("mail", mail);
        }
        return withPassword(hub.post(USERS, user));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all users.")
    int list(@Mixin HubClient hub) throws HubClient.HubRequestFailed, InterruptedException {
        JsonNode users = hub.get(USERS).path("users");
        users.forEach(user -> out().println(line(user)));
        if (users.isEmpty()) {
            out().println("No users yet. The first one: user add <login> --role administrator");
        }
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a user.")
    int show(@Mixin HubClient hub, @Parameters(paramLabel = "<login>", description = LOGIN) String login)
            throws HubClient.HubRequestFailed, InterruptedException {
        hub.get(path(login, "")).properties().forEach(field -> out().println(
                        field.getKey() + ": " + HubClient.words(field.getValue())));
        return ExitCode.OK;
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Keeps a user out and ends their sessions; nothing is removed.")
    int disable(@Mixin HubClient hub, @Parameters(paramLabel = "<login>", description = LOGIN) String login)
            throws HubClient.HubRequestFailed, InterruptedException {
        return printed(hub.post(path(login, "/disable")));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a user in again.")
    int enable(@Mixin HubClient hub, @Parameters(paramLabel = "<login>", description = LOGIN) String login)
            throws HubClient.HubRequestFailed, InterruptedException {
        return printed(hub.post(path(login, "/enable")));
    }

    @Command(
            name = "reset-password",
            mixinStandardHelpOptions = true,
            description = "Prints another password once: it is to be changed within seven days. All sessions end.")
    int resetPassword(@Mixin HubClient hub, @Parameters(paramLabel = "<login>", description = LOGIN) String login)
            throws HubClient.HubRequestFailed, InterruptedException {
        return withPassword(hub.post(path(login, "/reset-password")));
    }

    private int withPassword(JsonNode user) {
        out().println("Password of " + user.path("login").asText() + ": "
                + user.path("password").asText());
        out().println("It is shown once. Sign in at /console/login within seven days; it must be changed there.");
        return ExitCode.OK;
    }

    private int printed(JsonNode user) {
        out().println(line(user));
        return ExitCode.OK;
    }

    private static String line(JsonNode user) {
        String scope = HubClient.words(user.path("teams"))
                + (user.path("categories").isEmpty() ? "" : " " + HubClient.words(user.path("categories")));
        return user.path("login").asText() + "  " + user.path("name").asText() + "  "
                + HubClient.words(user.path("roles"))
                + (scope.isBlank() ? "" : "  of " + scope.strip())
                + (user.path("disabled").asBoolean() ? "  disabled" : "");
    }

    private static void put(ObjectNode user, String field, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(user.withArray(field)::add);
        }
    }

    private static String path(String login, String act) {
        return USERS + "/" + URLEncoder.encode(login, StandardCharsets.UTF_8) + act;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
