package io.redress.console.account;

import io.redress.console.ConsoleLanguage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The language of a page: the one that was chosen in this browser, which signing in sets to the user's, else as the browser asks. */
final class PageLanguage {

    private PageLanguage() {}

    static String of(HttpServletRequest request, @Nullable String users) {
        return Stream.of(chosen(request), Optional.ofNullable(users), asked(request))
                .flatMap(Optional::stream)
                .map(PageLanguage::plain)
                .filter(AccountTexts.LANGUAGES::contains)
                .findFirst()
                .orElse(AccountTexts.LANGUAGES.get(0));
    }

    /** Keeps a user's language as the choice of the browser; null keeps what there is. */
    static void choose(@Nullable String language, HttpServletRequest request, HttpServletResponse response) {
        for (ConsoleLanguage one : ConsoleLanguage.values()) {
            if (plain(one.tag()).equals(language)) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE, one.kept(request.isSecure()).toString());
            }
        }
    }

    /** Of a tag (BCP 47): {@code zh} of {@code zh-CN}. */
    private static String plain(String tag) {
        return tag.split("-", 2)[0];
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(ConsoleLanguage.COOKIE))
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
