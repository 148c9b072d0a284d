package io.redress.offline;

import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.ConnectedPlatform;
import io.redress.channel.chat.platform.PlatformChannel;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.proof.VerificationRule;
import io.redress.routes.file.ConnectedChannel;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a request as the channel of a chat platform would; without headers and query, as if it were proven. */
final class ChatRequestDryRun {

    private static final int LARGEST = 16 << 20;

    private final boolean pulls;
    private final PlatformChannel end;

    ChatRequestDryRun(TriedHub hub, ConnectedChannel channel) {
        var platforms = hub.bean(Platforms.class);
        String name = channel.parameters().getOrDefault("platform", channel.name());
        this.pulls = platforms.get(name).outbound().pulls();
        var platform = new ConnectedPlatform(
                platforms,
                hub.bean(ChannelSettings.class),
                name,
                channel.name(),
                VerificationRule.ANY_TIME,
                hub.bean(Clock.class));
        this.end = new PlatformChannel(platform, Duration.ZERO, LARGEST);
    }

    /** Whether the hub fetches the platform's messages, which come by no request. */
    boolean pulls() {
        return pulls;
    }

    WebhookDryRun.Tried receive(byte[] body, @Nullable String type, TriedRequest request) {
        if (request.hasNothingToVerify()) {
            return WebhookDryRun.tried(end.unproven(body, type), true, "");
        }
        Map<String, @Nullable Object> headers = new HashMap<>(request.headers());
        headers.putIfAbsent("content-type", type);
        headers.put(PlatformChannel.METHOD, request.method());
        headers.put(PlatformChannel.QUERY, request.query());
        WebhookOutcome outcome = end.receive(headers, new ByteArrayInputStream(body));
        if (request.isPost()
                && outcome instanceof WebhookResponse response
                && response.status() == WebhookDryRun.UNPROVEN) {
            return WebhookDryRun.refused(response, end.unproven(body, type));
        }
        return WebhookDryRun.tried(outcome, true, "");
    }
}
