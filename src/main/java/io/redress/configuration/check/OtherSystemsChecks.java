package io.redress.configuration.check;

import io.redress.channel.chat.SenderExamplesCheck;
import io.redress.channel.chat.platform.PlatformExamplesCheck;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.stream.StreamExamplesCheck;
import io.redress.channel.feed.FeedExamplesCheck;
import io.redress.channel.feed.Feeds;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.channel.sender.Senders;
import io.redress.configfile.Check;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.List;

/** Checks of the files that describe other systems: senders of webhooks, feeds, chat platforms, token servers. */
final class OtherSystemsChecks {

    private static final String SENDERS = "senders";
    private static final String FEEDS = "feeds";
    private static final String OAUTH = "oauth";
    private static final String PLATFORMS = "platforms";

    private OtherSystemsChecks() {}

    /** That each can be read. */
    static List<Check> reading(Path config) {
        return List.of(
                Check.reading(SENDERS, () -> files(config, SENDERS), () -> Senders.read(config.resolve(SENDERS))),
                Check.reading(FEEDS, () -> files(config, FEEDS), () -> Feeds.read(Feeds.folder(config))),
                Check.reading(
                        OAUTH, () -> files(config, OAUTH), () -> OAuthProviders.read(OAuthProviders.folder(config))),
                Check.reading(
                        PLATFORMS, () -> files(config, PLATFORMS), () -> Platforms.read(Platforms.folder(config))));
    }

    /** That their examples give what they say. */
    static List<Check> examples(Path config) {
        return List.of(
                Check.of(
                        "examples of senders",
                        () -> files(config, SENDERS),
                        () -> SenderExamplesCheck.findings(config)),
                Check.of("examples of feeds", () -> files(config, FEEDS), () -> FeedExamplesCheck.findings(config)),
                Check.of(
                        "examples of platforms",
                        () -> files(config, PLATFORMS),
                        () -> PlatformExamplesCheck.findings(config)),
                Check.of(
                        "examples of streams",
                        () -> files(config, PLATFORMS),
                        () -> StreamExamplesCheck.findings(config)));
    }

    private static List<Path> files(Path config, String folder) {
        return YamlFolder.files(config.resolve(folder));
    }
}
