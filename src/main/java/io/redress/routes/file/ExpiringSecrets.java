package io.redress.routes.file;

import io.redress.channel.mailbox.oauth.OAuthProvider;
import io.redress.channel.mailbox.oauth.SecretExpiry;
import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets of mailboxes and mail servers that end soon, or ended; of those that are switched on. */
public final class ExpiringSecrets {

    private ExpiringSecrets() {}

    /**
     * One of them.
     *
     * @param login the first part of its settings
     * @param use where a route names it
     */
    public record Near(String login, SecretExpiry expiry, EndpointUse use) {

        /** For {@code check}. */
        public Finding finding(Instant now) {
            return use.finding(expiry.words(now), expiry.remedy(), "oauth");
        }
    }

    /** All of them, by login; of each the first to end. */
    public static List<Near> of(
            RouteSet routes, Map<String, OAuthProvider> providers, BeanCatalog beanCatalog, Instant now) {
        Map<String, Near> first = new LinkedHashMap<>();
        for (RouteFile file : routes.routes()) {
            for (EndpointUse use : MailAccounts.uses(file)) {
                OAuthProvider provider =
                        providers.get(Placeholder.filled(use.parameters().getOrDefault("oauth", ""), beanCatalog)
                                .orElse("")
                                .strip());
                if (provider != null && RoutePrecondition.holds(file, use, beanCatalog)) {
                    String login = MailAccounts.prefix(use);
                    SecretExpiry.of(provider, login, beanCatalog::setting).stream()
                            .filter(expiry -> expiry.isNear(now))
                            .map(expiry -> new Near(login, expiry, use))
                            .forEach(near -> first.merge(login, near, ExpiringSecrets::earlier));
                }
            }
        }
        return new ArrayList<>(first.values());
    }

    private static Near earlier(Near one, Near other) {
        return other.expiry().end().isBefore(one.expiry().end()) ? other : one;
    }
}
