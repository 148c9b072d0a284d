package io.redress.security.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.encryption.AesGcm;
import io.redress.handoff.HubKey;
import io.redress.identity.ProviderSignIn;
import io.redress.identity.SignInRules;
import io.redress.security.session.ConsoleLogin;
import io.redress.security.session.ConsoleSessions;
import io.redress.user.AccountEvents;
import io.redress.user.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Spring Security's OAuth 2.0 login, for the console's door. Its time is the real one: tokens are dated by it. */
@Component
public class ProviderLogin implements ConsoleLogin {

    private static final Clock REAL = Clock.systemUTC();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    private final ProviderRegistrations registrations;
    private final AuthorizationRequestCookies cookies;
    private final ProviderAnswers answers;

    ProviderLogin(
            Supplier<SignInRules> signInRules,
            ProviderSignIn providers,
            SignIn signIn,
            ConsoleSessions sessions,
            List<AccountEvents> events,
            HubKey key,
            ObjectMapper json) {
        registrations = new ProviderRegistrations(signInRules, REAL);
        cookies = new AuthorizationRequestCookies(new AesGcm(key.derive("provider-sign-in")), json, REAL);
        answers = new ProviderAnswers(providers, signIn, sessions, AccountEvents.all(events), REAL);
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(this::configure);
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/console/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoAuthorizedClients())
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new AuthorizationRequests(registrations))
                                .authorizationRequestRepository(cookies))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(ProviderRegistrations.CALLBACK + "/*"))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(userInfo()))
                .successHandler(answers)
                .failureHandler(answers);
    }

    /** The address at a provider where somebody signs out of it, too; empty when it has none, or did not answer. */
    public Optional<String> signOutAddress(String provider) {
        return registrations.signOutAddress(provider);
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(patient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    private static OidcUserService userInfo() {
        var template = new RestTemplate(patient());
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(template);
        var service = new OidcUserService();
        service.setOauth2UserService(plain);
        return service;
    }

    /** Gives up as soon as somebody in front of a page would. */
    private static SimpleClientHttpRequestFactory patient() {
        var factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(CONNECT);
        factory.setReadTimeout(READ);
        return factory;
    }
}
