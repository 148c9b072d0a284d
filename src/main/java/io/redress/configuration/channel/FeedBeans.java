package io.redress.configuration.channel;

import io.redress.channel.feed.FeedNormalizer;
import io.redress.channel.feed.FeedResources;
import io.redress.channel.feed.Feeds;
import io.redress.configfile.ReloadableRules;
import io.redress.ledger.feed.SqlFeedPositions;
import io.redress.settings.HubProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Feeds of other systems: how they are asked and read, and how far. */
@Configuration(proxyBeanMethods = false)
@Import({FeedNormalizer.class, FeedResources.class, SqlFeedPositions.class})
class FeedBeans {

    @Bean
    Feeds feeds(HubProperties hub) {
        return Feeds.read(Feeds.folder(hub.configDir()));
    }

    @Bean
    ReloadableRules<Feeds> feedsInUse(Feeds feeds, HubProperties hub, Clock clock) {
        return ReloadableRules.inPlace("feeds", hub.configDir(), feeds, Feeds::reload, clock);
    }
}
