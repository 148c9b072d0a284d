package io.redress.configuration.check;

import io.redress.channel.feed.Feed;
import io.redress.channel.feed.Feeds;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
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
import java.util.Set;
import java.util.TreeSet;

/** Channels that read a feed: its file is there, and what it wants of a channel is set, under {@code <channel>.<name>}. */
public final class FeedSettingsRule implements RouteRule {

    private static final String SOURCE = "poll-source";
    private static final String FEED = "feed";

    private final Path config;
    private final BeanCatalog beanCatalog;
    private final ChannelSettingCheck settings;

    public FeedSettingsRule(Path config, BeanCatalog beanCatalog) {
        this.config = config;
        this.beanCatalog = beanCatalog;
        this.settings = new ChannelSettingCheck(beanCatalog, true);
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        Map<String, Feed> feeds = feeds(config);
        Set<String> files = Set.copyOf(YamlFolder.names(Feeds.folder(config)));
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : uses(file)) {
                String name = use.parameters().getOrDefault(FEED, "");
                Feed feed = feeds.get(name);
                if (!files.contains(name) && !name.contains("{{")) {
                    findings.add(use.finding(
                            "there is no feed '" + name + "' in " + Feeds.folder(config),
                            Suggestion.remedy(name, files),
                            FEED));
                } else if (feed != null && RoutePrecondition.holds(file, use, beanCatalog)) {
                    String channel = use.parameters().getOrDefault("channel", "");
                    feed.settings().values().forEach(setting -> settings.check(use, FEED, channel, setting, findings));
                }
            }
        }
        return findings;
    }

    /** The settings that channels read for their feeds, such as {@code reviews.token}. */
    static Set<String> settings(RouteSet routes, Path config) {
        Map<String, Feed> feeds = feeds(config);
        var names = new TreeSet<String>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : uses(file)) {
                Feed feed = feeds.get(use.parameters().getOrDefault(FEED, ""));
                String channel = use.parameters().get("channel");
                if (feed != null && channel != null) {
                    feed.settings().keySet().forEach(name -> names.add(channel + "." + name));
                }
            }
        }
        return names;
    }

    private static List<EndpointUse> uses(RouteFile file) {
        return file.endpoints().stream()
                .filter(use -> use.is("kamelet") && SOURCE.equals(use.kamelet()))
                .toList();
    }

    private static Map<String, Feed> feeds(Path config) {
        return Feeds.readable(Feeds.folder(config)).all();
    }

    @Override
    public Object basis() {
        return YamlFolder.texts(Feeds.folder(config)); // asked for at each look at routes/
    }
}
