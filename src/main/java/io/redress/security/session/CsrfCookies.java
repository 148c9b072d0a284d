package io.redress.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The token against forged requests, in a cookie that no script reads: the sign-in page needs one before there is a session,
 * and strangers must not fill the table of sessions. Pages send it back in a field {@code _csrf} or the header {@code
 * X-CSRF-TOKEN}.
 */
@Component
public class CsrfCookies implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-TOKEN";

    private static final String NAME = "redress-csrf";

    private final CsrfTokenRepository plain = cookie(NAME, false);
    private final CsrfTokenRepository secure = cookie("__Host-" + NAME, true);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setHeaderName(HEADER);
        cookie.setCookieCustomizer(
                one -> one.httpOnly(true).secure(secure).sameSite("Lax").path("/"));
        return cookie;
    }
}
