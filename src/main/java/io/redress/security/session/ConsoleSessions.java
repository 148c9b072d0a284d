package io.redress.security.session;

import io.redress.settings.ConsoleSettings;
import io.redress.user.SignInStep;
import io.redress.user.User;
import io.redress.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions by request. A session holds a user's id and the epoch of their sessions, and nothing of what they may: that is read
 * anew for each request, so that a change of it counts at once on all nodes. A session begins when a password was right; who
 * has still to give a code or to change the password is not an actor yet.
 */
@Component
public class ConsoleSessions {

    static final String EPOCH = "epoch";
    static final String CODE_GIVEN = "code-given";
    static final String BEGAN = "began";
    static final String USED = "used";
    static final String ADDRESS = "address";
    static final String BROWSER = "browser";

    private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String FOUND = ConsoleSessions.class.getName();
    /** Sent by what a page asks for by itself again and again: somebody who looks at it need not be there. */
    private static final String BACKGROUND = "X-Background-Request";

    /** A use is noted when the last one was this part of the idle time ago: not each click writes. */
    private static final int PART = 20;

    private static final int LONGEST_BROWSER = 200;

    private final Users users;
    private final ConsoleSettings settings;
    private final CsrfCookies csrf;
    private final Clock clock = Clock.systemUTC();

    ConsoleSessions(Users users, ConsoleSettings settings, CsrfCookies csrf) {
        this.users = users;
        this.settings = settings;
        this.csrf = csrf;
    }

    /** The session that a request belongs to; none when it has ended, whatever the reason. */
    public Optional<ConsoleSession> of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof ConsoleSession found) {
            return Optional.of(found);
        }
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(USER) == null) {
            return Optional.empty();
        }
        Optional<ConsoleSession> found = users.find(UUID.fromString(text(session, USER)))
                .filter(user -> goesOn(user, session))
                .map(user -> session(user, Boolean.parseBoolean(text(session, CODE_GIVEN))));
        if (found.isEmpty()) {
            session.invalidate();
        }
        found.ifPresent(one -> {
            request.setAttribute(FOUND, one);
            used(request, session);
        });
        return found;
    }

    /** Somebody's password was right. What went before in this browser ends. */
    public ConsoleSession begin(HttpServletRequest request, HttpServletResponse response, User user) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(USER, user.id().toString());
        session.setAttribute(EPOCH, String.valueOf(user.sessionEpoch()));
        session.setAttribute(BEGAN, clock.instant().toString());
        session.setAttribute(USED, clock.instant().toString());
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(BROWSER, browser(request));
        return kept(request, response, session(user, false));
    }

    /**
     * The same session goes on under another id.
     *
     * @param user as kept now, with another epoch after a change that ends all other sessions
     */
    public ConsoleSession goOn(HttpServletRequest request, HttpServletResponse response, User user, boolean codeGiven) {
        HttpSession session = request.getSession(true);
        session.setAttribute(EPOCH, String.valueOf(user.sessionEpoch()));
        session.setAttribute(CODE_GIVEN, String.valueOf(codeGiven));
        request.changeSessionId();
        return kept(request, response, session(user, codeGiven));
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute(FOUND);
        csrf.saveToken(null, request, response);
    }

    private ConsoleSession kept(HttpServletRequest request, HttpServletResponse response, ConsoleSession session) {
        request.setAttribute(FOUND, session);
        csrf.saveToken(csrf.generateToken(request), request, response);
        return session;
    }

    private ConsoleSession session(User user, boolean codeGiven) {
        return new ConsoleSession(user, codeGiven, SignInStep.next(user, codeGiven, settings.isSecondFactorRequired()));
    }

    private boolean goesOn(User user, HttpSession session) {
        Instant now = clock.instant();
        return !user.disabled()
                && text(session, EPOCH).equals(String.valueOf(user.sessionEpoch()))
                && now.isBefore(Instant.parse(text(session, BEGAN)).plus(settings.sessionEnd()))
                && now.isBefore(Instant.parse(text(session, USED)).plus(settings.idleEnd()));
    }

    private void used(HttpServletRequest request, HttpSession session) {
        Instant now = clock.instant();
        boolean noted = Instant.parse(text(session, USED))
                .plus(settings.idleEnd().dividedBy(PART))
                .isAfter(now);
        if (!noted && request.getHeader(BACKGROUND) == null) {
            session.setAttribute(USED, now.toString());
        }
    }

    private static String text(HttpSession session, String name) {
        return Objects.requireNonNullElse((String) session.getAttribute(name), "");
    }

    private static String browser(HttpServletRequest request) {
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return browser.length() > LONGEST_BROWSER ? browser.substring(0, LONGEST_BROWSER) : browser;
    }
}
