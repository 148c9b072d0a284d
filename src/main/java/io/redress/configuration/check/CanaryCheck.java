package io.redress.configuration.check;

import io.redress.canary.CanaryRequirements;
import io.redress.canary.CanaryRules;
import io.redress.canary.ImpossibleCanary;
import io.redress.channel.sender.Senders;
import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.ConnectedChannel;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.util.PropertyPlaceholderHelper;

/** {@code config/canaries.yaml}: its channels are there, and can have canaries. */
final class CanaryCheck implements Check {

    private static final PropertyPlaceholderHelper PLACEHOLDERS =
            new PropertyPlaceholderHelper("{{", "}}", ":", null, true);

    private final Path config;
    private final RouteFiles routes;
    private final Environment environment;

    CanaryCheck(Path config, RouteFiles routes, Environment environment) {
        this.config = config;
        this.routes = routes;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "canaries";
    }

    @Override
    public List<Path> files() {
        return List.of(config.resolve(CanaryRules.FILE));
    }

    @Override
    public List<Finding> run() {
        CanaryRules rules;
        Senders senders;
        try {
            rules = CanaryRules.read(config);
            senders = Senders.read(config.resolve("senders"));
        } catch (InvalidConfiguration e) {
            return e.findings();
        }
        RouteSet set = RouteSet.parse(routes.read());
        if (!set.findings().isEmpty()) {
            return List.of(); // told by the check of routes
        }
        Set<String> channels =
                set.channels().stream().map(RouteFile::name).collect(Collectors.toCollection(TreeSet::new));
        var findings = new ArrayList<Finding>();
        for (String channel : rules.plans().keySet()) {
            if (!channels.contains(channel)) {
                findings.add(CanaryRules.finding(
                        config,
                        channel,
                        "there is no channel '" + channel + "'",
                        Suggestion.remedy(channel, channels)));
                continue;
            }
            try {
                var connected = ConnectedChannel.of(routes, channel, this::filled);
                var parameters = new HashMap<>(connected.parameters());
                parameters.put(
                        CanaryRequirements.CAPTCHA_SERVICE,
                        environment.getProperty(CanaryRequirements.CAPTCHA_SERVICE, ""));
                CanaryRequirements.check(connected.format(), parameters, senders);
            } catch (ImpossibleCanary e) {
                findings.add(CanaryRules.finding(config, channel, channel + ": " + e.getMessage(), e.remedy()));
            } catch (InvalidConfiguration e) {
                // told by the check of routes, or of senders
            }
        }
        return findings;
    }

    private String filled(String text) {
        return PLACEHOLDERS.replacePlaceholders(text.replace("{{?", "{{"), environment::getProperty);
    }
}
