package io.redress.channel.mailbox.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An application as its provider knows it: what a file of {@code config/oauth} wants of a channel, with the channel's values.
 *
 * @param prefix of the settings: {@code <prefix>.client-id}
 * @param values by the names of the settings; empty where there is none
 */
public record OAuthClient(OAuthProvider provider, String prefix, Map<String, String> values) {

    /**
     * With the values of the moment.
     *
     * @param settings gives null for what is not set
     * @throws OAuthFailure naming a setting that has no value
     */
    static OAuthClient of(OAuthProvider provider, String prefix, UnaryOperator<@Nullable String> settings) {
        return of(provider, prefix, settings, "");
    }

    /** As above, before a person agreed: the refresh token may be missing. */
    public static OAuthClient beforeConsent(
            OAuthProvider provider, String prefix, UnaryOperator<@Nullable String> settings) {
        return of(provider, prefix, settings, OAuthProvider.REFRESH_TOKEN);
    }

    private static OAuthClient of(
            OAuthProvider provider, String prefix, UnaryOperator<@Nullable String> settings, String comesLater) {
        Map<String, String> values = new LinkedHashMap<>();
        provider.settings().values().forEach(setting -> {
            String value = setting.value(settings.apply(prefix + "." + setting.name()));
            if (value == null && setting.needsValue() && !setting.name().equals(comesLater)) {
                throw new OAuthFailure(
                        prefix + "." + setting.name() + " has no value",
                        "It is the " + setting.words() + ": write it into config/secrets or config/application.yaml",
                        "");
            }
            values.put(setting.name(), value == null ? "" : value);
        });
        return new OAuthClient(provider, prefix, values);
    }

    /** A setting's value; empty where it has none. */
    String value(String setting) {
        return values.getOrDefault(setting, "");
    }

    /** A text of the file with the values in it. */
    String filled(String text) {
        return OAuthProvider.filled(text, this::value);
    }

    /**
     * As above, of an address.
     *
     * @throws OAuthFailure when a secret could be read on the way there
     */
    String address(String text) {
        String address = filled(text);
        if (!OAuthProvider.isSafe(address)) {
            throw new OAuthFailure(
                    address + " is not an address of " + provider.title(),
                    "Let it begin with https://: correct config/oauth/" + provider.name() + ".yaml, or the settings "
                            + prefix + ".*",
                    "");
        }
        return address;
    }

    String tokenUrl() {
        return address(provider.tokenUrl());
    }

    /** Who asks, and for what (RFC 6749, 2.3.1 and 3.3). */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", value("client-id"));
        if (!value("client-secret").isEmpty()) {
            form.put("client_secret", value("client-secret"));
        }
        String scope = filled(provider.scope());
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return form;
    }

    /**
     * What went wrong, with the file's remedy for it.
     *
     * @param problem what follows the provider's name
     * @param words of the token server
     */
    OAuthFailure failure(String problem, String words) {
        String remedy = provider.remedies().entrySet().stream()
                .filter(one -> words.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Compare the settings " + prefix + ".* with the console of " + provider.title());
        return new OAuthFailure(provider.title() + " " + problem, remedy, words);
    }
}
