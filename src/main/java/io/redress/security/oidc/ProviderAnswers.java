package io.redress.security.oidc;

import io.redress.identity.ProviderRefusal;
import io.redress.identity.ProviderSignIn;
import io.redress.identity.ProviderSignIn.Admitted;
import io.redress.identity.ProviderSignIn.Refused;
import io.redress.security.session.ConsoleSessions;
import io.redress.user.AccountEvent;
import io.redress.user.AccountEvents;
import io.redress.user.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** What becomes of a provider's answer: a session of the console, or the sign-in page with the reason. */
class ProviderAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderAnswers.class);
    private static final String LOGIN = "/console/login";
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_MESSAGE = 300;
    /** By the codes of RFC 6749, section 4.1.2.1, and of Spring Security for an answer that nobody asked for. */
    private static final Map<String, ProviderRefusal> WHY = Map.of(
            "access_denied", ProviderRefusal.DENIED, "authorization_request_not_found", ProviderRefusal.TOO_LATE);

    private final ProviderSignIn providers;
    private final SignIn signIn;
    private final ConsoleSessions sessions;
    private final AccountEvents events;
    private final Clock clock;

    ProviderAnswers(
            ProviderSignIn providers, SignIn signIn, ConsoleSessions sessions, AccountEvents events, Clock clock) {
        this.providers = providers;
        this.signIn = signIn;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var token = (OAuth2AuthenticationToken) authentication;
        String provider = token.getAuthorizedClientRegistrationId();
        if (!(token.getPrincipal() instanceof OidcUser person)) {
            throw new IllegalStateException("the scope openid is always asked for");
        }
        ProviderSignIn.Result result = providers.admit(provider, person.getClaims(), request.getRemoteAddr());
        if (result instanceof Admitted admitted) {
            sessions.begin(request, response, admitted.user());
            signIn.completed(admitted.user(), request.getRemoteAddr());
            response.sendRedirect(LOGIN + "?next=" + encoded(AuthorizationRequestCookies.next(request)));
        } else if (result instanceof Refused refused) {
            refuse(response, provider, refused.why());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String provider =
                request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
        String code = reason instanceof OAuth2AuthenticationException oauth
                ? plain(oauth.getError().getErrorCode(), LONGEST_CODE)
                : "error";
        String message = plain(Objects.requireNonNullElse(reason.getMessage(), ""), LONGEST_MESSAGE);
        LOG.warn("signing in by provider {} failed: {}: {}", plain(provider, LONGEST_CODE), code, message);
        events.happened(new AccountEvent(
                AccountEvent.What.SIGN_IN_REFUSED,
                null,
                null,
                request.getRemoteAddr(),
                "by " + plain(provider, LONGEST_CODE) + ": " + code,
                clock.instant()));
        refuse(response, provider, WHY.getOrDefault(code, ProviderRefusal.FAILED));
    }

    private static void refuse(HttpServletResponse response, String provider, ProviderRefusal why) throws IOException {
        response.sendRedirect(LOGIN + "?provider=" + encoded(provider) + "&refused=" + why.name());
    }

    /** What stands in an address, and what others say, goes into one line of a log. */
    private static String plain(String text, int most) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").substring(0, Math.min(text.length(), most));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
