package io.redress.security.session;

import io.redress.user.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** All sessions of a user, for them to look at and to end. */
@Component
public class SessionList {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository;

    /** @param repository there is none where no web server runs, which asks for no sessions either */
    SessionList(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository) {
        this.repository = repository;
    }

    /**
     * A session.
     *
     * @param began when its password was given
     * @param browser what the browser says that it is
     * @param current whether the request that asks belongs to it
     */
    public record Entry(Instant began, Instant lastUsed, String address, String browser, boolean current) {}

    /** Those that go on, the latest first. */
    public List<Entry> of(User user, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        String epoch = String.valueOf(user.sessionEpoch());
        return repository.getObject().findByPrincipalName(user.id().toString()).values().stream()
                .filter(session -> epoch.equals(session.getAttribute(ConsoleSessions.EPOCH)))
                .map(session -> new Entry(
                        Instant.parse(text(session, ConsoleSessions.BEGAN)),
                        Instant.parse(text(session, ConsoleSessions.USED)),
                        text(session, ConsoleSessions.ADDRESS),
                        text(session, ConsoleSessions.BROWSER),
                        own != null && own.getId().equals(session.getId())))
                .sorted(Comparator.comparing(Entry::lastUsed).reversed())
                .toList();
    }

    /** Removes what is kept of sessions that have ended by their epoch. */
    public void remove(UUID user, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        FindByIndexNameSessionRepository<? extends Session> sessions = repository.getObject();
        sessions.findByPrincipalName(user.toString()).keySet().stream()
                .filter(id -> own == null || !id.equals(own.getId()))
                .forEach(sessions::deleteById);
    }

    private static String text(Session session, String name) {
        return Objects.requireNonNullElse(session.getAttribute(name), "");
    }
}
