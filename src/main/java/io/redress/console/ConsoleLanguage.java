package io.redress.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The languages of the console; which one somebody reads is their choice, or else what their browser asks for. */
public enum ConsoleLanguage {
    ENGLISH("en", "English", "en", "en"),
    CHINESE("zh-CN", "简体中文", "zh-Hans", "zh");

    /** The cookie that keeps a choice. */
    public static final String COOKIE = "redress-language";

    private static final Duration KEPT = Duration.ofDays(365);

    private static final int LONGEST = 500;

    private final String tag;
    private final String title;
    private final String customers;
    private final String users;

    ConsoleLanguage(String tag, String title, String customers, String users) {
        this.tag = tag;
        this.title = title;
        this.customers = customers;
        this.users = users;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** Its own name for itself. */
    public String title() {
        return title;
    }

    /** The tag under which the rules give words for customers, such as a category's title. */
    public String customers() {
        return customers;
    }

    /** The name under which it stands in a user's profile. */
    public String users() {
        return users;
    }

    /** The language of a user's profile; null when that names none. */
    public static @Nullable ConsoleLanguage ofUser(@Nullable String name) {
        for (ConsoleLanguage language : values()) {
            if (language.users.equals(name)) {
                return language;
            }
        }
        return null;
    }

    /**
     * Keeps it as the choice of a browser, for all pages of the console.
     *
     * @param secure whether the request came by TLS
     */
    public ResponseCookie kept(boolean secure) {
        return cookie(tag, KEPT, secure);
    }

    /** Lets a browser forget its choice. */
    public static ResponseCookie forgotten(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static ResponseCookie cookie(String value, Duration life, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/console")
                .maxAge(life)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    /** The language of a tag; null for any other text. */
    static @Nullable ConsoleLanguage of(@Nullable String tag) {
        for (ConsoleLanguage language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        return null;
    }

    /** The chosen one, else the first that the browser accepts, else English. */
    static ConsoleLanguage of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                ConsoleLanguage chosen = cookie.getName().equals(COOKIE) ? of(cookie.getValue()) : null;
                if (chosen != null) {
                    return chosen;
                }
            }
        }
        return accepted(request.getHeader("Accept-Language"));
    }

    private static ConsoleLanguage accepted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return ENGLISH;
        }
        try {
            for (LanguageRange range : LanguageRange.parse(header)) {
                String primary = range.getRange().toLowerCase(Locale.ROOT).split("-", 2)[0];
                if (primary.equals("zh")) {
                    return CHINESE;
                }
                if (primary.equals("en")) {
                    return ENGLISH;
                }
            }
        } catch (IllegalArgumentException e) {
            return ENGLISH; // an unreadable header says as much as none
        }
        return ENGLISH;
    }
}
