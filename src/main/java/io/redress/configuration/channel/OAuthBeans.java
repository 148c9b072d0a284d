package io.redress.configuration.channel;

import io.redress.channel.mailbox.oauth.OAuthLogins;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.configfile.ReloadableRules;
import io.redress.encryption.AesGcm;
import io.redress.handoff.HubKey;
import io.redress.ledger.mailbox.SqlRefreshTokens;
import io.redress.settings.HubProperties;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Access tokens for mailboxes and mail servers. */
@Configuration(proxyBeanMethods = false)
class OAuthBeans {

    @Bean
    OAuthProviders oauthProviders(HubProperties hub) {
        return OAuthProviders.read(OAuthProviders.folder(hub.configDir()));
    }

    @Bean
    ReloadableRules<OAuthProviders> oauthProvidersInUse(OAuthProviders providers, HubProperties hub, Clock clock) {
        return ReloadableRules.inPlace("oauth", hub.configDir(), providers, OAuthProviders::reload, clock);
    }

    @Bean
    OAuthLogins oauthLogins(
            OAuthProviders providers,
            Environment environment,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HubKey key,
            Clock clock) {
        var tokens = new SqlRefreshTokens(
                jdbc,
                Objects.requireNonNull(transaction.getTransactionManager()),
                new AesGcm(key.derive("oauth")),
                clock);
        return new OAuthLogins(providers, environment::getProperty, tokens, clock);
    }
}
