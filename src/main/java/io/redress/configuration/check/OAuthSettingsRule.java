package io.redress.configuration.check;

import io.redress.channel.mailbox.oauth.OAuthProvider;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.channel.mailbox.oauth.SecretExpiry;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.folder.YamlFolder;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.MailAccounts;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RoutePrecondition;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Mailboxes and mail servers that take access tokens: their provider's file is there, and what it wants of a channel is set. */
public final class OAuthSettingsRule implements RouteRule {

    private final Path config;
    private final BeanCatalog beanCatalog;
    private final ChannelSettingCheck settings;

    public OAuthSettingsRule(Path config, BeanCatalog beanCatalog) {
        this.config = config;
        this.beanCatalog = beanCatalog;
        this.settings = new ChannelSettingCheck(beanCatalog, false);
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        Map<String, OAuthProvider> providers = providers(config);
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.routes()) {
            for (EndpointUse use : MailAccounts.uses(file)) {
                if (RoutePrecondition.holds(file, use, beanCatalog)) {
                    check(use, providers, findings);
                }
            }
        }
        return findings;
    }

    /** The settings that mailboxes can read for any provider, such as {@code mailbox.client-secret}. */
    static Set<String> settings(RouteSet routes, Path config) {
        Set<String> names = providers(config).values().stream()
                .flatMap(provider -> provider.settings().keySet().stream())
                .collect(Collectors.toSet());
        return routes.routes().stream()
                .flatMap(file -> MailAccounts.uses(file).stream())
                .flatMap(use -> names.stream().map(name -> MailAccounts.prefix(use) + "." + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void check(EndpointUse use, Map<String, OAuthProvider> providers, List<Finding> findings) {
        String name = value(use, "oauth");
        if (name.isEmpty()) {
            if (use.kamelet().equals(MailAccounts.SOURCE) && hasNoPassword(use)) {
                findings.add(use.finding(
                        "the mailbox has neither a password nor oauth",
                        "set one of them: docs/email.md, \"Mailboxes without a password\"",
                        "password"));
            }
            return;
        }
        if (!hasNoPassword(use)) {
            findings.add(use.finding(
                    "both a password and oauth are set, and the password would never be used",
                    "remove one of them; with the password also its file in config/secrets",
                    "oauth"));
        }
        OAuthProvider provider = providers.get(name);
        if (provider == null) {
            findings.add(use.finding(
                    "there is no OAuth provider '" + name + "' in " + OAuthProviders.folder(config),
                    Suggestion.remedy(name, providers.keySet()),
                    "oauth"));
            return;
        }
        String prefix = MailAccounts.prefix(use);
        provider.settings().values().forEach(setting -> settings.check(use, "oauth", prefix, setting, findings));
        String address = OAuthProvider.filled(
                provider.tokenUrl(),
                setting -> Objects.requireNonNullElse(
                        Objects.requireNonNull(provider.settings().get(setting))
                                .value(beanCatalog.setting(prefix + "." + setting)),
                        ""));
        if (!address.isEmpty() && !OAuthProvider.isSafe(address)) {
            findings.add(use.finding(
                    "the address of the token server would be " + StringUtils.truncate(address, 80),
                    "let it begin with https://: correct the settings " + prefix + ".*, such as " + prefix
                            + ".authority",
                    "oauth"));
        }
        if (provider.settings().containsKey(SecretExpiry.DATE)) {
            String key = prefix + "." + SecretExpiry.DATE;
            String date = Objects.requireNonNullElse(beanCatalog.setting(key), "");
            if (!date.isBlank() && SecretExpiry.date(date).isEmpty()) {
                findings.add(use.finding(
                        key + " is not a date: " + StringUtils.truncate(date, 40), "write it as 2027-05-01", "oauth"));
            }
        }
    }

    private boolean hasNoPassword(EndpointUse use) {
        return value(use, "password").replaceFirst("^RAW[({](.*)[)}]$", "$1").isBlank();
    }

    private String value(EndpointUse use, String parameter) {
        return Placeholder.filled(use.parameters().getOrDefault(parameter, ""), beanCatalog)
                .orElse("")
                .strip();
    }

    private static Map<String, OAuthProvider> providers(Path config) {
        try {
            return OAuthProviders.read(OAuthProviders.folder(config)).all();
        } catch (InvalidConfiguration e) {
            return Map.of(); // told by the providers' own check
        }
    }

    @Override
    public Object basis() {
        return YamlFolder.texts(OAuthProviders.folder(config)); // asked for at each look at routes/
    }
}
