package io.redress.channel.mailbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A person's consent on another device: it shows a code, and the hub asks until the person has entered it (RFC 8628). */
public final class DeviceAuthorization {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration MORE = Duration.ofSeconds(5);
    private static final long USUAL_INTERVAL = 5;
    private static final long LONGEST_INTERVAL = 60;
    private static final long USUAL_LIFE = 900;
    private static final long LONGEST_LIFE = 3600;

    /** Microsoft says the second. */
    private static final Set<String> DECLINED = Set.of("access_denied", "authorization_declined");

    private final OAuthClient client;
    private final Clock clock;
    private final Pause pause;
    private final TokenEndpoint endpoint = new TokenEndpoint();

    public DeviceAuthorization(OAuthClient client, Clock clock, Pause pause) {
        this.client = client;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * What the person is told.
     *
     * @param address where to enter the code
     */
    public record Code(String code, String address, Duration expiresIn) {}

    /**
     * Waits for the consent.
     *
     * @param tell is given the code, at once
     * @throws OAuthFailure when it is declined, or does not come in time
     */
    public Consent consent(Consumer<Code> tell) throws InterruptedException {
        TokenEndpoint.Answer begun =
                endpoint.ask(client.address(client.provider().deviceAuthorizationUrl()), client.form());
        String deviceCode = begun.json().path("device_code").asText("");
        String userCode = begun.json().path("user_code").asText("");
        String address = begun.json()
                .path("verification_uri")
                .asText(begun.json().path("verification_url").asText("")); // Google's name for it
        if (deviceCode.isEmpty() || userCode.isEmpty() || !isWebAddress(address)) {
            throw client.failure("issues no device code", begun.words());
        }
        Duration life = seconds(begun.json().path("expires_in").asLong(USUAL_LIFE), LONGEST_LIFE);
        Instant end = clock.instant().plus(life);
        tell.accept(new Code(shown(userCode), shown(address), life));
        return asked(deviceCode, end, seconds(begun.json().path("interval").asLong(USUAL_INTERVAL), LONGEST_INTERVAL));
    }

    private Consent asked(String deviceCode, Instant end, Duration first) throws InterruptedException {
        Duration interval = first;
        while (clock.instant().plus(interval).isBefore(end)) {
            pause.take(interval);
            TokenEndpoint.Answer answer;
            try {
                answer = endpoint.ask(client.tokenUrl(), form(deviceCode));
            } catch (OAuthFailure away) {
                interval = seconds(interval.multipliedBy(2).toSeconds(), LONGEST_INTERVAL); // RFC 8628, 3.5
                continue;
            }
            if (answer.isToken()) {
                return Consent.of(client, answer);
            }
            String error = answer.error();
            if (error.equals("slow_down")) {
                interval = interval.plus(MORE);
            } else if (DECLINED.contains(error)) {
                throw new OAuthFailure(
                        client.provider().title() + " says that the consent was declined",
                        "Run the command again, and give consent",
                        error);
            } else if (error.equals("expired_token")) {
                break;
            } else if (!error.equals("authorization_pending")) {
                throw client.failure("issues no token after the consent", answer.words());
            }
        }
        throw new OAuthFailure("The code was not entered in time", "Run the command again", "");
    }

    private Map<String, String> form(String deviceCode) {
        var form = client.form();
        form.remove("scope");
        form.put("grant_type", GRANT);
        form.put("device_code", deviceCode);
        return form;
    }

    private static boolean isWebAddress(String address) {
        return address.startsWith("https://") || address.startsWith("http://127.0.0.1:");
    }

    /** For a terminal, which could be told to do other things than to show letters. */
    private static String shown(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    private static Duration seconds(long stated, long most) {
        return Duration.ofSeconds(Math.max(1, Math.min(stated, most)));
    }
}
