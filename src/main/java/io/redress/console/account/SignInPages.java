package io.redress.console.account;

import io.redress.console.ConsoleLanguage;
import io.redress.security.session.ConsoleSession;
import io.redress.security.session.ConsoleSessions;
import io.redress.user.ProviderIdentity;
import io.redress.user.SignIn;
import io.redress.user.SignInResult;
import io.redress.user.SignInStep;
import io.redress.user.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by password and code, and out. Its refusals do not tell what was wrong. */
@Controller
class SignInPages {

    private static final String LOGIN = "/console/login";

    private final SignIn signIn;
    private final ConsoleSessions sessions;
    private final ProviderButtons providers;

    SignInPages(SignIn signIn, ConsoleSessions sessions, ProviderButtons providers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.providers = providers;
    }

    @GetMapping(LOGIN)
    ModelAndView login(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = sessions.of(request).orElse(null);
        if (session == null) {
            return providers.problem(page(request, "login", next), request);
        }
        keepLanguage(session, request, response); // a provider's sign-in ends here
        return to(session, next);
    }

    /** Spring Security has led nobody to the provider: there is none of this name, or it does not answer. */
    @GetMapping(LOGIN + "/oidc/{provider}")
    ModelAndView unreachable(
            HttpServletRequest request,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String next) {
        return providers.unreachable(page(request, "login", next), provider);
    }

    @PostMapping(LOGIN)
    ModelAndView login(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next) {
        SignInResult result = signIn.byPassword(login, password, request.getRemoteAddr());
        if (!(result instanceof SignInResult.Admitted admitted)) {
            return refused(page(request, "login", next).addObject("login", login), result, response);
        }
        ConsoleSession session = sessions.begin(request, response, admitted.user());
        keepLanguage(session, request, response);
        return went(request, session, next);
    }

    @GetMapping(LOGIN + "/code")
    ModelAndView code(HttpServletRequest request, @RequestParam(required = false) @Nullable String next) {
        return sessions.of(request)
                .filter(session -> session.step() == SignInStep.CODE)
                .map(session -> page(request, "code", next))
                .orElseGet(() -> again(request, next));
    }

    @PostMapping(LOGIN + "/code")
    ModelAndView code(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next) {
        ConsoleSession session = sessions.of(request).orElse(null);
        if (session == null || session.step() != SignInStep.CODE) {
            return again(request, next);
        }
        SignInResult result = signIn.byCode(session.user(), code, request.getRemoteAddr());
        if (!(result instanceof SignInResult.Admitted)) {
            return refused(page(request, "code", next), result, response);
        }
        return went(request, sessions.goOn(request, response, session.user(), true), next);
    }

    @PostMapping("/console/logout")
    ModelAndView logout(HttpServletRequest request, HttpServletResponse response) {
        String provider = sessions.of(request)
                .map(ConsoleSession::user)
                .map(User::identity)
                .map(ProviderIdentity::provider)
                .orElse(null);
        sessions.of(request).ifPresent(session -> signIn.signedOut(session.user(), request.getRemoteAddr()));
        sessions.end(request, response);
        return redirect(LOGIN + "?out" + (provider == null ? "" : "&provider=" + provider));
    }

    /** The language of whoever signs in becomes their browser's choice; without one the browser keeps what it has. */
    private static void keepLanguage(ConsoleSession session, HttpServletRequest request, HttpServletResponse response) {
        ConsoleLanguage language = ConsoleLanguage.ofUser(session.user().language());
        if (language != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, language.kept(request.isSecure()).toString());
        }
    }

    /** On to what is still asked for; when that was all, to the page that was wanted. */
    private ModelAndView went(HttpServletRequest request, ConsoleSession session, @Nullable String next) {
        if (session.step() == SignInStep.DONE) {
            signIn.completed(session.user(), request.getRemoteAddr());
        }
        return to(session, next);
    }

    private ModelAndView again(HttpServletRequest request, @Nullable String next) {
        return sessions.of(request).map(session -> to(session, next)).orElseGet(() -> redirect(LOGIN));
    }

    static ModelAndView to(ConsoleSession session, @Nullable String next) {
        String page =
                switch (session.step()) {
                    case CODE -> LOGIN + "/code";
                    case CHANGE_PASSWORD -> LOGIN + "/password";
                    case ADD_SECOND_FACTOR -> LOGIN + "/second-factor";
                    case DONE -> null;
                };
        String wish = NextPage.of(next);
        return redirect(page == null ? wish : page + "?next=" + URLEncoder.encode(wish, StandardCharsets.UTF_8));
    }

    private ModelAndView page(HttpServletRequest request, String template, @Nullable String next) {
        return AccountView.page(template)
                .addObject("next", NextPage.of(next))
                .addObject("stale", request.getParameter("stale") != null)
                .addObject("out", request.getParameter("out") != null)
                .addObject("providers", providers.all())
                .addObject("signOutAddress", providers.signOutAddress(request))
                .addObject("providerName", providers.title(request.getParameter("provider")))
                .addObject("login", Objects.requireNonNullElse(request.getParameter("login"), ""));
    }

    private ModelAndView refused(ModelAndView page, SignInResult result, HttpServletResponse response) {
        if (result instanceof SignInResult.Paused paused) {
            Duration pause = paused.pause().plusMillis(999);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            return AccountView.problem(page, HttpStatus.TOO_MANY_REQUESTS, "login.paused", pause.toSeconds());
        }
        return result instanceof SignInResult.Busy
                ? AccountView.problem(page, HttpStatus.SERVICE_UNAVAILABLE, "login.busy", "")
                : AccountView.problem(page, HttpStatus.UNAUTHORIZED, "login.wrong", "");
    }

    static ModelAndView redirect(String page) {
        return new ModelAndView("redirect:" + page);
    }
}
