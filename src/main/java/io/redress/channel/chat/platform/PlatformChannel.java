package io.redress.channel.chat.platform;

import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookRefusals;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.proof.RequestHeaders;
import io.redress.channel.proof.WebhookRequest;
import io.redress.configfile.InvalidConfiguration;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a chat platform, whose requests are proven, opened and read as its file of {@code config/platforms}
 * has it.
 *
 * <p>What is archived of an encrypted request is the decrypted text: after it was proven once, a replay must not depend on the keys of
 * that day.
 */
public final class PlatformChannel {

    /** Camel's name for the request's method. */
    public static final String METHOD = "CamelHttpMethod";
    /** Camel's name for the part of the address behind the question mark. */
    public static final String QUERY = "CamelHttpQuery";

    private static final int LARGEST = 16 << 20;

    private final ConnectedPlatform connected;
    private final Duration quietTime;
    private final int maxBytes;

    /**
     * The end for one channel.
     *
     * @param platform name of a file in {@code config/platforms}
     * @param channel whose settings are {@code <channel>.<name>}
     * @param quietTime after which silence of a customer the messages become a complaint
     * @param maxBytes the largest body taken
     * @throws IllegalArgumentException when {@code maxBytes} cannot be used; settings are looked at with each request, as they may change
     */
    public PlatformChannel(
            Platforms platforms,
            ChannelSettings settings,
            String platform,
            String channel,
            Duration quietTime,
            int maxBytes) {
        this(new ConnectedPlatform(platforms, settings, platform, channel, Clock.systemUTC()), quietTime, maxBytes);
    }

    /** The same of a platform that is connected already. */
    public PlatformChannel(ConnectedPlatform connected, Duration quietTime, int maxBytes) {
        if (maxBytes < 1 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ": write 1 to " + LARGEST);
        }
        this.connected = connected;
        this.quietTime = quietTime;
        this.maxBytes = maxBytes;
    }

    private ConnectedPlatform.Current current() {
        ConnectedPlatform.Current now = connected.current();
        if (now.proof() == null) {
            throw new IllegalArgumentException(
                    "platform '" + now.platform().name() + "' sends no requests: its file has no proof");
        }
        Platform.Decryption decryption = now.platform().decryption();
        if (decryption != null) {
            now.sets().forEach(decryption::with); // a key that is none is told before the first message
        }
        return now;
    }

    /**
     * Judges a request.
     *
     * @param stream the raw body; read no further than the largest one taken
     */
    public WebhookOutcome receive(Map<String, ?> headers, InputStream stream) {
        ConnectedPlatform.Current now;
        try {
            now = current();
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            return WebhookRefusals.misconfigured(e);
        }
        String method = headers.get(METHOD) instanceof String given ? given : "POST";
        String query = headers.get(QUERY) instanceof String given ? given : null;
        if (!method.equals("POST")) {
            return new AddressCheck(now)
                    .of(WebhookRequest.of(method, headers, query, new byte[0]), null)
                    .orElseGet(WebhookRefusals::noPost);
        }
        String encoding = RequestHeaders.of(headers, "content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return WebhookRefusals.encoded();
        }
        byte[] body;
        try {
            body = stream.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            return WebhookResponse.brokenOff();
        }
        if (body.length == 0 || body.length > maxBytes) {
            return body.length == 0
                    ? WebhookRefusals.nothingSent(now.platform().body())
                    : WebhookRefusals.tooLarge(maxBytes);
        }
        try {
            return new PlatformRequestReader(now, quietTime)
                    .read(WebhookRequest.of(method, headers, query, body), RequestHeaders.of(headers, "content-type"));
        } catch (PlatformRequestReader.KeyMissing e) {
            return WebhookRefusals.misconfigured(connected.receivingProblem().orElse(e));
        }
    }

    /**
     * A body as if its request were proven; an encrypted one is decrypted where the channel has the key.
     *
     * @param type of the content; null where it is not known
     */
    public WebhookOutcome unproven(byte[] body, @Nullable String type) {
        return new PlatformRequestReader(connected.current(), quietTime).unproven(body, type);
    }

    /** The answer after the hand-off: what the platform wants to read. */
    public WebhookResponse allHandedOff(List<RawMessage> messages) {
        return WebhookResponse.fixed(connected.current().platform().answer());
    }

    /** The answer to more messages than the channel allows. */
    public WebhookResponse busy() {
        return WebhookRefusals.busy();
    }

    /** The answer while the hub has too much to do. */
    public WebhookResponse full() {
        return WebhookRefusals.full();
    }

    /** The answer when the hand-off failed. */
    public WebhookResponse failed() {
        return WebhookRefusals.failed();
    }
}
