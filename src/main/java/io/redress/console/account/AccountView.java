package io.redress.console.account;

import io.redress.permission.Permission;
import io.redress.security.session.ConsoleSession;
import io.redress.security.session.ConsoleSessions;
import io.redress.user.SignInStep;
import io.redress.user.User;
import io.redress.user.UserRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every one of these pages shows: its language, who is signed in, the token of its forms. */
@Component
class AccountView {

    private final ConsoleSessions sessions;
    private final DateTimeFormatter times;

    AccountView(ConsoleSessions sessions, @Value("${redress.zone}") ZoneId zone) {
        this.sessions = sessions;
        this.times =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /**
     * A page.
     *
     * @param template of the folder {@code account}
     */
    ModelAndView page(HttpServletRequest request, String template) {
        User user = sessions.of(request)
                .filter(session -> session.step() == SignInStep.DONE)
                .map(ConsoleSession::user)
                .orElse(null);
        String language = PageLanguage.of(request, user == null ? null : user.language());
        var page = new ModelAndView("account/" + template);
        page.addObject("lang", language);
        page.addObject("t", AccountTexts.in(language));
        page.addObject("csrf", token(request));
        page.addObject("times", times);
        page.addObject("here", request.getRequestURI());
        if (user != null) {
            page.addObject("me", user);
            page.addObject(
                    "mayManageUsers",
                    user.actor().may(Permission.USERS_MANAGE) && user.scope().isAll());
        }
        return page;
    }

    /** The same page again, saying why not. */
    ModelAndView refused(ModelAndView page, UserRefused why) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("problem", text(page, "refused." + why.reason().name()));
    }

    /** The same page again, saying why not. */
    ModelAndView problem(ModelAndView page, HttpStatus status, String key) {
        page.setStatus(status);
        return page.addObject("problem", text(page, key));
    }

    private static String text(ModelAndView page, String key) {
        return page.getModel().get("t") instanceof Map<?, ?> texts && texts.get(key) instanceof String text
                ? text
                : key;
    }

    /** Read before the page is written: its cookie stands in the headers. */
    private static @Nullable String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }
}
