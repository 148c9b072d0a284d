package io.redress.configuration.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.ExplicitSettings;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.Environment;

/**
 * The keys of {@code config/application.yaml} that are not {@code redress.*}: those of Spring Boot are known, and those of
 * the shop's own are named by a placeholder of a route, or are of a chat channel or an OAuth provider. A key that only looks like one of these has no effect.
 */
final class FrameworkSettingsCheck implements Check {

    private static final Set<String> BOOT = Set.of("server", "spring", "management", "logging");

    /** Asked for so often that Spring's own descriptions need not be read. */
    private static final Map<String, Class<?>> TYPES = Map.of(
            "server.address", InetAddress.class,
            "server.port", Integer.class,
            "server.forward-headers-strategy", ForwardHeadersStrategy.class);

    /** The least number of each: 0 is any that is free, -1 none. */
    private static final Map<String, Integer> PORTS = Map.of("server.port", 0, "management.server.port", -1);

    private static final int LONG_ENOUGH = 5;

    /** What the libraries describe, read when a key is first looked for: a hundred files, and each key asks. */
    private static final class Described {
        private static final String FILES = "META-INF/spring-configuration-metadata.json";
        static final Set<String> NAMES = read();

        private static Set<String> read() {
            var names = new TreeSet<String>();
            var json = new ObjectMapper();
            try {
                var found = FrameworkSettingsCheck.class.getClassLoader().getResources(FILES);
                while (found.hasMoreElements()) {
                    URL url = found.nextElement();
                    json.readTree(url)
                            .path("properties")
                            .forEach(key -> names.add(key.path("name").asText()));
                }
            } catch (IOException e) {
                throw new IllegalStateException(FILES + " cannot be read", e);
            }
            return names;
        }
    }

    private final Environment environment;
    private final ExplicitSettings written;
    private final RouteFiles routes;
    private final Path config;

    FrameworkSettingsCheck(Environment environment, RouteFiles routes, Path config) {
        this.config = config;
        this.environment = environment;
        this.written = new ExplicitSettings(environment);
        this.routes = routes;
    }

    @Override
    public String name() {
        return "other settings";
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public List<Finding> run() {
        var findings = new ArrayList<Finding>();
        Set<String> used = used();
        for (ConfigurationProperty key : others()) {
            String name = key.getName().toString();
            Optional<String> meant = BOOT.contains(group(name)) ? ofSpring(name) : ofRoutes(name, used);
            meant.ifPresent(near -> findings.add(ExplicitSettings.finding(
                    key, "nothing reads the key '" + name + "'", "did you mean '" + near + "'?")));
            String value = String.valueOf(key.getValue());
            if (PORTS.containsKey(name) && value.matches("-?\\d+") && !isPort(value, PORTS.get(name))) {
                findings.add(ExplicitSettings.finding(
                        key, "'" + name + ": " + value + "' cannot be meant", "write a port from 1 to 65535"));
            }
            if (TYPES.containsKey(name)) {
                try {
                    Binder.get(environment).bind(name, TYPES.get(name));
                } catch (BindException e) {
                    if (!key.equals(e.getProperty())) {
                        continue; // another source says what counts, and is told
                    }
                    findings.add(ExplicitSettings.finding(
                            key,
                            "'" + name + ": " + key.getValue() + "' cannot be read",
                            "write a value of type " + TYPES.get(name).getSimpleName()));
                }
            }
        }
        return findings;
    }

    @Override
    public List<Finding> advice() {
        Set<String> used = used();
        Set<String> groups = used.stream().map(FrameworkSettingsCheck::group).collect(Collectors.toSet());
        return others().stream()
                .filter(key -> {
                    String name = key.getName().toString();
                    return groups.contains(group(name))
                            && !used.contains(name)
                            && ofRoutes(name, used).isEmpty();
                })
                .map(key -> ExplicitSettings.finding(
                        key,
                        "nothing reads the key '" + key.getName() + "'",
                        "name it in a route as {{" + key.getName() + "}}, or take it out"))
                .toList();
    }

    private Set<String> used() {
        Set<String> used = new TreeSet<>(routes.settings());
        RouteSet parsed = RouteSet.parse(routes.texts());
        used.addAll(ChatSettingsRule.settings(parsed, config));
        used.addAll(FeedSettingsRule.settings(parsed, config));
        used.addAll(OAuthSettingsRule.settings(parsed, config));
        return used;
    }

    private List<ConfigurationProperty> others() {
        return written.keys().stream()
                .filter(key -> !group(key.getName().toString()).equals("redress")
                        && !group(key.getName().toString()).equals("camel")
                        && !key.getName().isLastElementIndexed())
                .toList();
    }

    /** The key that was meant: another of the same group, or the same of a group with almost that name. */
    private static Optional<String> ofRoutes(String name, Set<String> used) {
        if (used.contains(name) || name.indexOf('.') < 0) {
            return Optional.empty();
        }
        Set<String> groups =
                used.stream().map(FrameworkSettingsCheck::group).collect(Collectors.toCollection(TreeSet::new));
        String group = group(name);
        if (groups.contains(group)) {
            return Suggestion.nearest(
                    name, used.stream().filter(key -> group(key).equals(group)).toList());
        }
        return group.length() < LONG_ENOUGH
                ? Optional.empty()
                : Suggestion.nearest(group, groups)
                        .map(near -> near + name.substring(group.length()))
                        .filter(used::contains);
    }

    private static Optional<String> ofSpring(String name) {
        if (TYPES.containsKey(name)) {
            return Optional.empty();
        }
        Set<String> known = Described.NAMES;
        boolean isKnown = known.contains(name) || known.stream().anyMatch(key -> name.startsWith(key + "."));
        return isKnown ? Optional.empty() : Suggestion.nearest(name, known);
    }

    private static boolean isPort(String value, int least) {
        return value.matches("-?\\d{1,5}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= 65535;
    }

    private static String group(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
