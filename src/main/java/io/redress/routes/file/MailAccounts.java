package io.redress.routes.file;

import io.redress.channel.mailbox.login.MailAccount;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The logins to mail servers that the files of {@code routes/} name, whether their routes are switched on or not. */
public final class MailAccounts {

    /** The kamelet of a mailbox. */
    public static final String SOURCE = "mail-source";

    private static final Set<String> KAMELETS = Set.of(SOURCE, "mail-sink");
    private static final String SENDS = "mail-server";

    private MailAccounts() {}

    /** The uses of the kamelets that log in. */
    public static List<EndpointUse> uses(RouteFile file) {
        return file.endpoints().stream()
                .filter(use -> use.is("kamelet") && KAMELETS.contains(use.kamelet()))
                .toList();
    }

    /** The first part of the names of a use's settings, as its kamelet takes it. */
    public static String prefix(EndpointUse use) {
        String otherwise = use.kamelet().equals(SOURCE) ? use.parameters().getOrDefault("channel", "") : SENDS;
        return use.parameters().getOrDefault("settings", otherwise);
    }

    /**
     * Finds one.
     *
     * @param name a mailbox's channel; of a server to send by, the first part of its settings
     * @throws InvalidConfiguration when there is none of that name, or a value of it is missing
     */
    public static MailAccount of(RouteFiles files, String name, BeanCatalog beanCatalog) {
        RouteSet set = RouteSet.parse(files.read());
        if (!set.findings().isEmpty()) {
            throw new InvalidConfiguration(set.findings());
        }
        Map<String, EndpointUse> known = new TreeMap<>();
        set.routes().forEach(file -> uses(file).forEach(use -> known.putIfAbsent(name(use), use)));
        EndpointUse use = known.get(name);
        if (use == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    files.folder(),
                    0,
                    "there is no mailbox channel '" + name + "'",
                    Suggestion.remedy(name, known.keySet()))));
        }
        Kamelet kamelet = set.kamelets().get(use.kamelet());
        return account(name, use, kamelet == null ? use.parameters() : kamelet.values(use.parameters()), beanCatalog);
    }

    private static String name(EndpointUse use) {
        return use.kamelet().equals(SOURCE) ? use.parameters().getOrDefault("channel", "") : prefix(use);
    }

    private static MailAccount account(
            String name, EndpointUse use, Map<String, String> parameters, BeanCatalog beanCatalog) {
        Map<String, String> values = new TreeMap<>();
        parameters.forEach((key, written) -> Placeholder.filled(written, beanCatalog)
                .ifPresent(value -> values.put(key, value.strip().replaceFirst("(?s)^RAW[({](.*)[)}]$", "$1"))));
        for (String needed : List.of("host", "username")) {
            if (values.getOrDefault(needed, "").isBlank()) {
                throw invalid(use, needed + " has no value", needed);
            }
        }
        return new MailAccount(
                name,
                values.getOrDefault("protocol", ""),
                values.getOrDefault("host", ""),
                number(use, values, "port"),
                Boolean.parseBoolean(values.get("startTls")),
                values.getOrDefault("username", ""),
                values.getOrDefault("password", ""),
                values.getOrDefault("oauth", ""),
                prefix(use),
                values.getOrDefault("folder", "INBOX"),
                Duration.ofMillis(number(use, values, "timeLimit")));
    }

    private static int number(EndpointUse use, Map<String, String> values, String parameter) {
        try {
            return Integer.parseInt(values.getOrDefault(parameter, ""));
        } catch (NumberFormatException e) {
            throw invalid(use, parameter + " is not a number", parameter);
        }
    }

    private static InvalidConfiguration invalid(EndpointUse use, String problem, String parameter) {
        return new InvalidConfiguration(
                List.of(use.finding(problem, "correct it, or the setting that it names: docs/email.md", parameter)));
    }
}
