package io.redress.configuration;

import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.PlatformSetting;
import io.redress.channel.chat.platform.Platforms;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RoutePrecondition;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings of chat channels, {@code <channel>.<name>}: those that a platform's file wants are there. */
final class ChatSettingsRule implements RouteRule {

    private static final String SOURCE = "chat-source";
    private static final String SINK = "chat-sink";

    private final Path config;
    private final BeanCatalog beanCatalog;

    ChatSettingsRule(Path config, BeanCatalog beanCatalog) {
        this.config = config;
        this.beanCatalog = beanCatalog;
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        Map<String, Platform> platforms = platforms();
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                boolean receives = use.is("kamelet") && use.kamelet().equals(SOURCE);
                boolean sends = use.is("kamelet") && use.kamelet().equals(SINK);
                Platform platform = platforms.get(use.parameters().getOrDefault("platform", ""));
                String channel = use.parameters().get("channel");
                if ((receives || sends)
                        && platform != null
                        && channel != null
                        && RoutePrecondition.holds(file, use, beanCatalog)) {
                    Set<String> needed = receives
                            ? platform.receiving()
                            : platform.outbound().namesToSend();
                    platform.settings().values().stream()
                            .filter(setting -> needed.contains(setting.name()))
                            .forEach(setting -> check(use, channel, setting, findings));
                }
            }
        }
        return findings;
    }

    private void check(EndpointUse use, String channel, PlatformSetting setting, List<Finding> findings) {
        String key = channel + "." + setting.name();
        String value = beanCatalog.setting(key);
        if (value == null || value.isBlank()) {
            if (setting.needsValue()) {
                findings.add(use.finding(
                        "nothing is set for " + key + ", the " + setting.words(), remedy(key, setting), "platform"));
            }
            return;
        }
        for (String one : setting.secret() ? value.strip().split("\\s+") : new String[] {value}) {
            setting.problem(one)
                    .ifPresent(problem -> findings.add(
                            use.finding(key + " " + problem, "copy it again: " + setting.words(), "platform")));
        }
    }

    private static String remedy(String key, PlatformSetting setting) {
        return setting.secret() ? Placeholder.secretRemedy(key) : new Placeholder(key, null, false).remedy();
    }

    private Map<String, Platform> platforms() {
        try {
            return new TreeMap<>(Platforms.read(Platforms.folder(config)).all());
        } catch (InvalidConfiguration e) {
            return Map.of(); // told by the platforms' own check
        }
    }

    @Override
    public Object basis() {
        return List.of(platforms().keySet());
    }
}
