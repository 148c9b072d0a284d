package io.redress.channel.mailbox.oauth;

import io.redress.channel.ChannelSetting;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who gives access tokens for mailboxes: a file of {@code config/oauth/}.
 *
 * @param settings of a channel, by name
 * @param tokenUrl with {@code {settings}}
 * @param scope with {@code {settings}}
 * @param issuer of signed assertions, with {@code {settings}}; empty for other grants
 * @param privateKey the setting that signs them, in PEM
 * @param audience of the assertions; empty for the token server
 * @param remedies by a part of the server's words, what to do about them
 * @param deviceAuthorizationUrl where a person's consent by another device is begun (RFC 8628), with {@code {settings}}; empty for none
 * @param authorizationUrl where a person agrees in a browser (RFC 6749, 3.1), with {@code {settings}}; empty for none
 * @param authorizationParameters what that address is given besides
 * @param refused what to do when the mail server refuses a token
 */
public record OAuthProvider(
        String name,
        String title,
        Map<String, ChannelSetting> settings,
        OAuthGrant grant,
        String tokenUrl,
        String scope,
        String issuer,
        String privateKey,
        String audience,
        Map<String, String> remedies,
        String deviceAuthorizationUrl,
        String authorizationUrl,
        Map<String, String> authorizationParameters,
        TokenRefusals refused) {

    /** The setting that a person's consent gave. */
    public static final String REFRESH_TOKEN = "refresh-token";

    private static final List<String> TEXTS =
            List.of("tokenUrl", "deviceAuthorizationUrl", "authorizationUrl", "scope", "issuer", "audience");
    private static final Pattern SAFE = Pattern.compile("^(https://|http://(localhost|127\\.0\\.0\\.1)[:/])");
    private static final Pattern VALUE = Pattern.compile("\\{([a-z][a-z0-9-]{0,60})}");

    /**
     * Reads one.
     *
     * @throws InvalidConfiguration naming every line that is wrong
     */
    static OAuthProvider read(String name, Path file) {
        var findings = new ArrayList<Finding>();
        YamlFile<OAuthProviderFile> yaml = YamlFile.read(file, OAuthProviderFile.class, "oauth", findings);
        InvalidConfiguration.throwIfAny(findings);
        OAuthProviderFile written = yaml.value();
        Map<String, ChannelSetting> settings = ChannelSetting.of(written.settings());
        OAuthGrant grant = KeyedEnum.known(OAuthGrant.class, Objects.requireNonNull(written.grant()));
        for (String key : TEXTS) {
            unknown(text(written, key), settings.keySet())
                    .forEach(wrong -> findings.add(yaml.finding(
                            "there is no setting '" + wrong + "'", Suggestion.remedy(wrong, settings.keySet()), key)));
        }
        required(grant, written)
                .filter(needed -> !settings.containsKey(needed))
                .forEach(needed -> findings.add(yaml.finding(
                        "grant " + grant.key() + " needs the setting '" + needed + "'",
                        "describe it under settings",
                        "grant")));
        InvalidConfiguration.throwIfAny(findings);
        return new OAuthProvider(
                name,
                Objects.requireNonNullElse(written.title(), name),
                settings,
                grant,
                Objects.requireNonNull(written.tokenUrl()),
                text(written, "scope"),
                text(written, "issuer"),
                privateKey(written),
                text(written, "audience"),
                Objects.requireNonNullElse(written.remedies(), Map.of()),
                text(written, "deviceAuthorizationUrl"),
                text(written, "authorizationUrl"),
                Objects.requireNonNullElse(written.authorizationParameters(), Map.of()),
                TokenRefusals.of(written.refused()));
    }

    private static Stream<String> required(OAuthGrant grant, OAuthProviderFile written) {
        return switch (grant) {
            case CLIENT_CREDENTIALS -> Stream.of("client-id", "client-secret");
            case REFRESH_TOKEN -> Stream.of("client-id", REFRESH_TOKEN);
            case JWT_BEARER -> Stream.of(privateKey(written));
        };
    }

    private static String privateKey(OAuthProviderFile written) {
        return Objects.requireNonNullElse(written.privateKey(), "private-key");
    }

    private static String text(OAuthProviderFile written, String key) {
        return Objects.requireNonNullElse(
                switch (key) {
                    case "tokenUrl" -> written.tokenUrl();
                    case "deviceAuthorizationUrl" -> written.deviceAuthorizationUrl();
                    case "authorizationUrl" -> written.authorizationUrl();
                    case "scope" -> written.scope();
                    case "issuer" -> written.issuer();
                    default -> written.audience();
                },
                "");
    }

    private static Set<String> unknown(String text, Set<String> known) {
        var unknown = new TreeSet<String>();
        VALUE.matcher(text).results().map(found -> found.group(1)).forEach(unknown::add);
        unknown.removeAll(known);
        return unknown;
    }

    /** Whether nobody can read on the way what is sent to an address, as the schema has it. */
    public static boolean isSafe(String address) {
        return SAFE.matcher(address).find();
    }

    /** A text with the values of settings in it. */
    public static String filled(String text, UnaryOperator<String> values) {
        return VALUE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
