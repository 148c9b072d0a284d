package io.redress.console.account;

import io.redress.console.ConsoleLanguage;
import io.redress.permission.RequiresActor;
import io.redress.security.session.ConsoleSession;
import io.redress.security.session.ConsoleSessions;
import io.redress.security.session.SessionList;
import io.redress.settings.ConsoleSettings;
import io.redress.user.OwnAccount;
import io.redress.user.User;
import io.redress.user.UserRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What users see and change of their own access: password, second factor, language, sessions. */
@Controller
@RequiresActor
@RequestMapping("/console/account")
class AccountPages {

    private static final String HERE = "/console/account";

    private final OwnAccount account;
    private final ConsoleSessions sessions;
    private final SessionList list;
    private final SecondFactorPage secondFactor;
    private final ConsoleSettings settings;

    AccountPages(
            OwnAccount account,
            ConsoleSessions sessions,
            SessionList list,
            SecondFactorPage secondFactor,
            ConsoleSettings settings) {
        this.account = account;
        this.sessions = sessions;
        this.list = list;
        this.secondFactor = secondFactor;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return page(request).addObject("done", request.getParameter("done"));
    }

    @PostMapping("/password")
    ModelAndView password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String again) {
        try {
            PasswordForm.checkTwice(after, again);
            User changed = account.changePassword(user(request), before, after, request.getRemoteAddr());
            return goneOn(request, response, changed, "password");
        } catch (UserRefused e) {
            return AccountView.refused(page(request), e);
        }
    }

    @PostMapping("/language")
    ModelAndView language(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String language) {
        ConsoleLanguage known = ConsoleLanguage.ofUser(language);
        account.setLanguage(user(request).id(), known == null ? null : known.users());
        ResponseCookie choice =
                known == null ? ConsoleLanguage.forgotten(request.isSecure()) : known.kept(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, choice.toString());
        return done("language");
    }

    @GetMapping("/second-factor")
    ModelAndView secondFactor(HttpServletRequest request) {
        User user = user(request);
        return user.credentials().hasSecondFactor() ? SignInPages.redirect(HERE) : secondFactorPage(user);
    }

    @PostMapping("/second-factor")
    ModelAndView secondFactor(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        User user = user(request);
        try {
            var confirmed = account.confirmSecondFactor(user, code, request.getRemoteAddr());
            goneOn(request, response, confirmed.changed(), "");
            return secondFactor.codes(confirmed.recoveryCodes(), HERE);
        } catch (UserRefused e) {
            return user.credentials().hasSecondFactor()
                    ? SignInPages.redirect(HERE)
                    : AccountView.refused(secondFactorPage(user), e);
        }
    }

    @PostMapping("/second-factor/remove")
    ModelAndView removeSecondFactor(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String password) {
        try {
            User changed = account.removeSecondFactor(
                    user(request), password, settings.isSecondFactorRequired(), request.getRemoteAddr());
            return goneOn(request, response, changed, "second-factor");
        } catch (UserRefused e) {
            return AccountView.refused(page(request), e);
        }
    }

    /** All sessions but this one. */
    @PostMapping("/end-sessions")
    ModelAndView endSessions(HttpServletRequest request, HttpServletResponse response) {
        User changed = account.endSessions(user(request).id(), request.getRemoteAddr());
        return goneOn(request, response, changed, "sessions");
    }

    private ModelAndView secondFactorPage(User user) {
        return secondFactor
                .show(user)
                .addObject("action", HERE + "/second-factor")
                .addObject("required", false)
                .addObject("next", HERE);
    }

    /** After a change that ended all sessions, this one goes on under another id. */
    private ModelAndView goneOn(HttpServletRequest request, HttpServletResponse response, User changed, String what) {
        list.remove(changed.id(), request); // while this one has its id still
        sessions.goOn(request, response, changed, changed.credentials().hasSecondFactor());
        return done(what);
    }

    private ModelAndView page(HttpServletRequest request) {
        User user = user(request);
        return AccountView.page("account")
                .addObject("user", user)
                .addObject("required", settings.isSecondFactorRequired())
                .addObject("sessions", list.of(user, request));
    }

    private User user(HttpServletRequest request) {
        return sessions.of(request)
                .map(ConsoleSession::user)
                .orElseThrow(() -> new IllegalStateException("the filter lets no others in"));
    }

    private static ModelAndView done(String what) {
        return SignInPages.redirect(HERE + "?done=" + what);
    }
}
