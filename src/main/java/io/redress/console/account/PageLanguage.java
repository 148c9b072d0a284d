package io.redress.console.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The language of a page: the one that was chosen in this browser, which signing in sets to the user's, else as the browser asks. */
final class PageLanguage {

    private static final String COOKIE = "redress-language";
    private static final Duration KEPT = Duration.ofDays(365);

    private PageLanguage() {}

    static String of(HttpServletRequest request, @Nullable String users) {
        return Stream.of(chosen(request), Optional.ofNullable(users), asked(request))
                .flatMap(Optional::stream)
                .map(PageLanguage::plain)
                .filter(AccountTexts.LANGUAGES::contains)
                .findFirst()
                .orElse(AccountTexts.LANGUAGES.get(0));
    }

    /** Keeps a choice, if it is one. */
    static void choose(@Nullable String language, HttpServletResponse response) {
        if (language != null && AccountTexts.LANGUAGES.contains(plain(language))) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, plain(language).equals("zh") ? "zh-CN" : "en")
                    .path("/console")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /** Of a tag (BCP 47): {@code zh} of {@code zh-CN}. */
    private static String plain(String tag) {
        return tag.split("-", 2)[0];
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<String> asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(AccountTexts.LANGUAGES::contains)
                .findFirst();
    }
}
