package io.redress.user;

import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import io.redress.user.AccountEvent.What;
import io.redress.user.UserRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator does with users. Whatever takes something from a user counts at once, in all of their sessions. */
public final class UserAdministration {

    private static final int PASSWORD_LENGTH = 16;

    private final Users users;
    private final ProfileRules rules;
    private final PasswordHashes hashes;
    private final AccountEvents events;
    private final Clock clock;

    public UserAdministration(
            Users users, ProfileRules rules, PasswordHashes hashes, AccountEvents events, Clock clock) {
        this.users = users;
        this.rules = rules;
        this.hashes = hashes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A user with a password that opens once: it must be changed, within seven days.
     *
     * @param password shown to the administrator now, and kept nowhere
     */
    public record WithPassword(User user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return user.login();
        }
    }

    public List<User> all() {
        return users.all();
    }

    /** @throws UserRefused when there is none */
    public User get(String login) {
        return users.find(LoginName.normalised(login))
                .orElseThrow(() -> new UserRefused(
                        Reason.UNKNOWN_USER, "There is not such a user", "See the list of users for their logins."));
    }

    /**
     * Adds a user.
     *
     * @param by who does it
     * @throws UserRefused when login or profile may not be, or the login is taken
     */
    public WithPassword add(String typedLogin, UserProfile profile, String by) {
        String login = LoginName.normalised(typedLogin);
        if (!LoginName.isAllowed(login)) {
            throw new UserRefused(Reason.LOGIN_NOT_ALLOWED, "The login may not be", "Give " + LoginName.RULE + ".");
        }
        if (rules.isTeam(login)) {
            throw new UserRefused(
                    Reason.LOGIN_NOT_ALLOWED,
                    "The login is the name of a team, whose tickets it would own",
                    "Give one that is not among owners in config/categories.yaml.");
        }
        rules.check(profile);
        Instant now = clock.instant();
        String password = password();
        User user = new User(
                UUID.randomUUID(),
                login,
                new Profile(profile.displayName().strip(), profile.mail(), profile.language()),
                Access.of(profile.roles(), new TicketScope(profile.teams(), profile.categories())),
                Credentials.initial(hashes.hash(password), now),
                null,
                now,
                null);
        users.add(user);
        told(What.USER_ADDED, user, by, words(user));
        return new WithPassword(user, password);
    }

    /** Changes what is said of a user; sessions go on with what the user may now. */
    public User change(String login, UnaryOperator<UserProfile> change, String by) {
        User user = changed(login, before -> {
            UserProfile profile = change.apply(UserProfile.of(before));
            rules.check(profile);
            if (before.identity() != null && !profile.isLike(before)) {
                throw ofProvider(before.identity(), "Name, mail, roles, teams and categories come");
            }
            return before.withName(profile.displayName().strip(), profile.mail())
                    .with(profile.roles(), new TicketScope(profile.teams(), profile.categories()))
                    .withLanguage(profile.language());
        });
        told(What.USER_CHANGED, user, by, words(user));
        return user;
    }

    /** Keeps a user out, or lets them in again; disabled already is not an error. */
    public User disable(String login, boolean disabled, String by) {
        User user = changed(login, before -> before.disabled() == disabled ? before : before.withDisabled(disabled));
        told(disabled ? What.USER_DISABLED : What.USER_ENABLED, user, by, null);
        return user;
    }

    /** Gives a user another password, and ends all sessions. */
    public WithPassword resetPassword(String login, String by) {
        String password = password();
        String hash = hashes.hash(password);
        Instant now = clock.instant();
        User user = changed(login, before -> {
            if (before.identity() != null) {
                throw ofProvider(before.identity(), "The password comes");
            }
            return before.with(before.credentials().withPassword(hash, now, true))
                    .withSessionsEnded();
        });
        told(What.PASSWORD_RESET, user, by, null);
        return new WithPassword(user, password);
    }

    public User endSessions(String login, String by) {
        User user = changed(login, User::withSessionsEnded);
        told(What.SESSIONS_ENDED, user, by, null);
        return user;
    }

    /** For a user who has lost both app and recovery codes; ends all sessions. */
    public User removeSecondFactor(String login, String by) {
        User user = changed(login, before -> before.with(before.credentials().withoutSecondFactor())
                .withSessionsEnded());
        told(What.SECOND_FACTOR_REMOVED, user, by, null);
        return user;
    }

    private static UserRefused ofProvider(ProviderIdentity identity, String what) {
        return new UserRefused(
                Reason.OF_PROVIDER,
                what + " from " + identity.provider(),
                "Change it there, or the claims in config/sign-in.yaml; it counts from the next sign-in on.");
    }

    private User changed(String login, UnaryOperator<User> change) {
        return users.change(get(login).id(), change);
    }

    private void told(What what, User user, String by, @Nullable String detail) {
        events.happened(new AccountEvent(what, user.login(), by, null, detail, clock.instant()));
    }

    private static String words(User user) {
        String roles = user.roles().stream().map(Role::key).collect(Collectors.joining(", "));
        return "roles " + roles
                + (user.scope().isAll()
                        ? ""
                        : "; teams " + new TreeSet<>(user.scope().teams()) + ", categories "
                                + new TreeSet<>(user.scope().categories()));
    }

    private static String password() {
        return RecoveryCodes.grouped(RecoveryCodes.letters(PASSWORD_LENGTH));
    }
}
