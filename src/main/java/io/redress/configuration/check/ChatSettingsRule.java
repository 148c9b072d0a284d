package io.redress.configuration.check;

import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.frame.StreamRules;
import io.redress.configfile.Finding;
import io.redress.configfile.folder.YamlFolder;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RoutePrecondition;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings of chat channels, {@code <channel>.<name>}: those that a platform's file wants are there. */
public final class ChatSettingsRule implements RouteRule {

    private static final String SOURCE = "chat-source";
    private static final String STREAM_SOURCE = "chat-stream-source";
    private static final Set<String> KAMELETS = Set.of(SOURCE, STREAM_SOURCE, "chat-sink");

    private final Path config;
    private final BeanCatalog beanCatalog;
    private final ChannelSettingCheck settings;

    public ChatSettingsRule(Path config, BeanCatalog beanCatalog) {
        this.config = config;
        this.beanCatalog = beanCatalog;
        this.settings = new ChannelSettingCheck(beanCatalog, true);
    }

    /** A use of one of the kamelets. */
    record ChatUse(RouteFile file, EndpointUse use, String channel, Platform platform) {

        Set<String> needed() {
            return switch (String.valueOf(use.kamelet())) {
                case SOURCE -> platform.receiving();
                case STREAM_SOURCE ->
                    stream().map(rules -> rules.opening().settings()).orElse(Set.of());
                default -> platform.outbound().namesToSend();
            };
        }

        private Optional<StreamRules> stream() {
            return Optional.ofNullable(platform.stream());
        }

        /** A platform that sends nothing in the way that the kamelet takes. */
        Optional<Finding> mismatch() {
            boolean isStream = STREAM_SOURCE.equals(use.kamelet());
            if (isStream && platform.stream() == null) {
                return Optional.of(use.finding(
                        "platform '" + platform.name() + "' does not send by stream",
                        "write kamelet:" + SOURCE + ", and enter the hub's address at the platform",
                        "platform"));
            }
            return SOURCE.equals(use.kamelet()) && platform.proof() == null && platform.stream() != null
                    ? Optional.of(use.finding(
                            "platform '" + platform.name() + "' sends no requests",
                            "write kamelet:" + STREAM_SOURCE,
                            "platform"))
                    : Optional.empty();
        }
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        var findings = new ArrayList<Finding>();
        for (ChatUse chat : uses(routes, config)) {
            if (RoutePrecondition.holds(chat.file(), chat.use(), beanCatalog)) {
                chat.mismatch().ifPresent(findings::add);
                Set<String> needed = chat.needed();
                chat.platform().settings().values().stream()
                        .filter(setting -> needed.contains(setting.name()))
                        .forEach(setting -> settings.check(chat.use(), "platform", chat.channel(), setting, findings));
            }
        }
        return findings;
    }

    /** The settings that chat channels read, such as {@code line.channel-secret}. */
    static Set<String> settings(RouteSet routes, Path config) {
        return uses(routes, config).stream()
                .flatMap(chat -> chat.platform().settings().keySet().stream().map(name -> chat.channel() + "." + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<ChatUse> uses(RouteSet routes, Path config) {
        Map<String, Platform> platforms = platforms(config);
        var uses = new ArrayList<ChatUse>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                Platform platform = platforms.get(use.parameters().getOrDefault("platform", ""));
                String channel = use.parameters().get("channel");
                if (use.is("kamelet") && KAMELETS.contains(use.kamelet()) && platform != null && channel != null) {
                    uses.add(new ChatUse(file, use, channel, platform));
                }
            }
        }
        return uses;
    }

    private static Map<String, Platform> platforms(Path config) {
        return Platforms.readable(Platforms.folder(config)).all();
    }

    @Override
    public Object basis() {
        return YamlFolder.texts(Platforms.folder(config)); // asked for at each look at routes/
    }
}
