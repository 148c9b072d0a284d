package io.redress.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The users that are kept. */
public interface Users {

    Optional<User> find(String login);

    Optional<User> find(UUID id);

    /** The user whom an OpenID provider names so; empty before their first sign-in. */
    Optional<User> find(String issuer, String subject);

    /** All of them, by login. */
    List<User> all();

    /** @throws UserRefused when the login is taken */
    void add(User user);

    /**
     * Changes one, alone: no other user changes meanwhile.
     *
     * @param change from what is kept to what is to be kept; it may refuse
     * @return the user as it is now kept
     * @throws UserRefused when there is no such user, or nobody who administers users would be left
     */
    User change(UUID id, UnaryOperator<User> change);

    /** Notes that somebody signed in. */
    void signedIn(UUID id, Instant at);

    /** Keeps the same password under another hash, unless it was changed meanwhile. */
    void rehash(UUID id, String before, String hash);

    /**
     * Takes a time step of the authenticator app.
     *
     * @return false when it, or a later one, was taken before: the code was seen already
     */
    boolean takeStep(UUID id, long step);

    /**
     * Takes a recovery code.
     *
     * @return false when there is none with this digest
     */
    boolean takeRecoveryCode(UUID id, String digest);
}
