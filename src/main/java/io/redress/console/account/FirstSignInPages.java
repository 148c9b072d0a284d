package io.redress.console.account;

import io.redress.security.session.ConsoleSession;
import io.redress.security.session.ConsoleSessions;
import io.redress.user.OwnAccount;
import io.redress.user.SignIn;
import io.redress.user.SignInStep;
import io.redress.user.User;
import io.redress.user.UserRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is asked of those whose password somebody else made, or who need an authenticator app and have none. */
@Controller
@RequestMapping("/console/login")
class FirstSignInPages {

    private final OwnAccount account;
    private final SignIn signIn;
    private final ConsoleSessions sessions;
    private final SecondFactorPage secondFactor;

    FirstSignInPages(OwnAccount account, SignIn signIn, ConsoleSessions sessions, SecondFactorPage secondFactor) {
        this.account = account;
        this.signIn = signIn;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
    }

    @GetMapping("/password")
    ModelAndView password(HttpServletRequest request, @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = at(request, SignInStep.CHANGE_PASSWORD);
        return session == null ? elsewhere(request, next) : passwordPage(next);
    }

    @PostMapping("/password")
    ModelAndView password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = at(request, SignInStep.CHANGE_PASSWORD);
        if (session == null) {
            return elsewhere(request, next);
        }
        try {
            PasswordForm.checkTwice(after, again);
            User changed = account.changePassword(session.user(), before, after, request.getRemoteAddr());
            return went(request, sessions.goOn(request, response, changed, session.codeGiven()), next);
        } catch (UserRefused e) {
            return AccountView.refused(passwordPage(next), e);
        }
    }

    @GetMapping("/second-factor")
    ModelAndView secondFactor(HttpServletRequest request, @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = at(request, SignInStep.ADD_SECOND_FACTOR);
        return session == null ? elsewhere(request, next) : secondFactorPage(session, next);
    }

    @PostMapping("/second-factor")
    ModelAndView secondFactor(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = at(request, SignInStep.ADD_SECOND_FACTOR);
        if (session == null) {
            return elsewhere(request, next);
        }
        try {
            var confirmed = account.confirmSecondFactor(session.user(), code, request.getRemoteAddr());
            went(request, sessions.goOn(request, response, confirmed.changed(), true), next);
            return secondFactor.codes(confirmed.recoveryCodes(), NextPage.of(next));
        } catch (UserRefused e) {
            return AccountView.refused(secondFactorPage(session, next), e);
        }
    }

    private ModelAndView secondFactorPage(ConsoleSession session, @Nullable String next) {
        return secondFactor
                .show(session.user())
                .addObject("action", "/console/login/second-factor")
                .addObject("required", true)
                .addObject("next", NextPage.of(next));
    }

    private ModelAndView passwordPage(@Nullable String next) {
        return AccountView.page("first-password").addObject("next", NextPage.of(next));
    }

    private @Nullable ConsoleSession at(HttpServletRequest request, SignInStep step) {
        return sessions.of(request).filter(session -> session.step() == step).orElse(null);
    }

    private ModelAndView elsewhere(HttpServletRequest request, @Nullable String next) {
        return sessions.of(request)
                .map(session -> SignInPages.to(session, next))
                .orElseGet(() -> SignInPages.redirect("/console/login"));
    }

    private ModelAndView went(HttpServletRequest request, ConsoleSession session, @Nullable String next) {
        if (session.step() == SignInStep.DONE) {
            signIn.completed(session.user(), request.getRemoteAddr());
        }
        return SignInPages.to(session, next);
    }
}
