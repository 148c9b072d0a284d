package io.redress.channel.chat.platform;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.decryption.DecryptionResult;
import io.redress.channel.chat.platform.outbound.PlatformClient;
import io.redress.channel.proof.RequestVerifier;
import io.redress.channel.proof.VerificationRule;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** A platform with the settings of one channel. It follows both: an edit, or a new secret, is in use at the next request. */
public final class ConnectedPlatform {

    /** A setting of this name has, where it is not given, the channel's own address as its value. */
    static final String WEBHOOK_URL = "webhook-url";

    private final Platforms platforms;
    private final ChannelSettings settings;
    private final String platform;
    private final String channel;
    private final Clock clock;
    private final Duration tolerance;
    private volatile @Nullable Current current;

    /**
     * What is in use.
     *
     * @param given the settings' values as they are written
     * @param values of the settings, by name; of secrets that are being changed the first
     * @param sets of them, each with one of the values of each secret
     * @param proof of requests; null where the platform sends none
     * @param chosen the values that the channel gives, and not the platform's file
     */
    public record Current(
            Platform platform,
            Map<String, String> given,
            Map<String, String> values,
            List<Map<String, String>> sets,
            Duration tolerance,
            Clock clock,
            @Nullable RequestVerifier proof,
            List<String> chosen,
            PlatformClient client) {

        /**
         * Proves requests by a rule of their own.
         *
         * @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it
         */
        RequestVerifier verifier(VerificationRule rule) {
            return rule.with(sets, tolerance, clock);
        }

        /** Decrypts text with the first of the keys that fits. */
        DecryptionResult decrypt(Platform.Decryption decryption, String encrypted) {
            DecryptionResult last = new DecryptionResult.DecryptionFailed("there is no key");
            for (Map<String, String> set : sets) {
                last = decryption.with(set).decrypt(encrypted);
                if (last instanceof DecryptionResult.Message) {
                    return last;
                }
            }
            return last;
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Current[" + platform.name() + "]";
        }
    }

    /** @param platform name of a file in {@code config/platforms} */
    public ConnectedPlatform(
            Platforms platforms, ChannelSettings settings, String platform, String channel, Clock clock) {
        this(platforms, settings, platform, channel, Duration.ZERO, clock);
    }

    /**
     * The same with another {@code tolerance}, as {@link VerificationRule#with} has it, such as {@link
     * VerificationRule#ANY_TIME}.
     */
    public ConnectedPlatform(
            Platforms platforms,
            ChannelSettings settings,
            String platform,
            String channel,
            Duration tolerance,
            Clock clock) {
        this.platforms = platforms;
        this.settings = settings;
        this.platform = platform;
        this.channel = channel;
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /** As its channel calls it. */
    public String name() {
        return platform;
    }

    /**
     * As file and settings are now.
     *
     * @throws io.redress.configfile.InvalidConfiguration when there is no such platform any more
     * @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it
     */
    public Current current() {
        Platform now = platforms.get(platform);
        Map<String, String> given = values(now);
        Current known = current;
        if (known == null || known.platform() != now || !known.given().equals(given)) {
            Map<String, String> values = new HashMap<>(given);
            values.replaceAll((name, value) ->
                    SecretSets.alternatives(setting(now, name), value).get(0));
            List<Map<String, String>> sets = SecretSets.of(now, given);
            VerificationRule rule = now.proof();
            RequestVerifier proof = rule == null ? null : rule.with(sets, tolerance, clock);
            List<String> chosen = chosen(now, values);
            var client = new PlatformClient(now.outbound(), values, chosen, clock);
            known = new Current(now, given, values, sets, tolerance, clock, proof, chosen, client);
            current = known;
        }
        return known;
    }

    private static List<String> chosen(Platform now, Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(WEBHOOK_URL)
                        && !entry.getValue().equals(setting(now, entry.getKey()).defaultValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * What receiving lacks.
     *
     * @throws IllegalArgumentException naming a setting that is missing, or whose value is not what it should be
     */
    public void requireReceiving() {
        Platform now = platforms.get(platform);
        Map<String, String> values = values(now);
        for (String name : now.receiving()) {
            ChannelSetting setting = now.settings().get(name);
            if (setting != null) {
                for (String value : SecretSets.alternatives(setting, values.getOrDefault(name, ""))) {
                    setting.problem(value).ifPresent(problem -> {
                        throw new IllegalArgumentException(
                                channel + "." + name + " " + problem + ": it is the " + setting.words());
                    });
                }
            }
        }
    }

    /** What receiving lacks, as {@link #requireReceiving} tells it; empty when nothing. */
    Optional<IllegalArgumentException> receivingProblem() {
        try {
            requireReceiving();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e);
        }
    }

    private Map<String, String> values(Platform now) {
        Map<String, String> values = new HashMap<>();
        now.settings().forEach((name, setting) -> {
            String value = setting.value(settings.get(channel + "." + name));
            if (value == null && name.equals(WEBHOOK_URL)) {
                value = ownAddress();
            }
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private @Nullable String ownAddress() {
        String hub = settings.get("redress.public-url");
        return hub == null || hub.isBlank() ? null : StringUtils.removeEnd(hub.strip(), "/") + "/webhooks/" + channel;
    }

    private static ChannelSetting setting(Platform now, String name) {
        return Objects.requireNonNull(now.settings().get(name));
    }
}
