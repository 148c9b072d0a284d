package io.redress.security.oidc;

import io.redress.identity.IdentityProvider;
import io.redress.identity.SignInRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The providers as Spring Security knows them. Their metadata are fetched when somebody first signs in by them, so that a provider
 * that is down does not keep the hub from starting; one that does not answer is asked again after a while, by one request at a time.
 */
class ProviderRegistrations implements ClientRegistrationRepository {

    static final String CALLBACK = "/console/login/oidc/callback";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistrations.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long PATIENCE_SECONDS = 3;

    private final Supplier<SignInRules> rules;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();

    ProviderRegistrations(Supplier<SignInRules> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is known of a provider.
     *
     * @param provider as the file had it
     * @param registration null when it did not answer
     */
    private record Known(
            IdentityProvider provider, @Nullable ClientRegistration registration, Instant at) {}

    /** A provider did not answer, or its answer is not provider metadata. */
    static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreachable(String provider) {
            super("provider " + provider + " did not answer");
        }
    }

    /**
     * {@inheritDoc}
     *
     * @return null when there is no such provider
     * @throws Unreachable when its metadata cannot be fetched
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        IdentityProvider provider = rules.get().providers().get(id);
        if (provider == null) {
            return null;
        }
        ClientRegistration registration = kept(provider);
        if (registration == null) {
            throw new Unreachable(id);
        }
        return registration;
    }

    /** The address at the provider where somebody signs out (OpenID Connect RP-Initiated Logout 1.0); empty when it has none. */
    Optional<String> signOutAddress(String id) {
        IdentityProvider provider = rules.get().providers().get(id);
        Known found = provider == null ? null : known.get(id);
        if (found == null || found.registration() == null) {
            return Optional.empty();
        }
        Object address = found.registration()
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
        return Optional.ofNullable(address)
                .map(String::valueOf)
                .filter(text -> text.startsWith("https://") || text.startsWith("http://"))
                .map(text -> UriComponentsBuilder.fromUriString(text)
                        .queryParam("client_id", found.provider().clientId())
                        .build()
                        .toUriString());
    }

    private @Nullable ClientRegistration kept(IdentityProvider provider) {
        Known found = fresh(provider);
        if (found != null) {
            return found.registration();
        }
        try {
            if (!fetching.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            Known meanwhile = fresh(provider);
            if (meanwhile != null) {
                return meanwhile.registration();
            }
            ClientRegistration fetched = fetched(provider);
            known.put(provider.key(), new Known(provider, fetched, clock.instant()));
            return fetched;
        } finally {
            fetching.unlock();
        }
    }

    /** Null when the provider has to be asked. */
    private @Nullable Known fresh(IdentityProvider provider) {
        Known found = known.get(provider.key());
        return found != null
                        && found.provider().equals(provider)
                        && (found.registration() != null
                                || clock.instant().isBefore(found.at().plus(PAUSE)))
                ? found
                : null;
    }

    private static @Nullable ClientRegistration fetched(IdentityProvider provider) {
        try {
            ClientRegistration.Builder registration = ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
                    .registrationId(provider.key())
                    .clientName(provider.title())
                    .clientId(provider.clientId())
                    .scope(provider.scopes())
                    .redirectUri("{baseUrl}" + CALLBACK + "/{registrationId}");
            return provider.clientSecret() == null
                    ? registration
                            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : registration.clientSecret(provider.clientSecret()).build();
        } catch (RuntimeException e) {
            LOG.warn(
                    "provider {} of config/sign-in.yaml does not answer at {}/.well-known/openid-configuration: {}",
                    provider.key(),
                    provider.issuer(),
                    e.getMessage());
            return null;
        }
    }
}
