package io.redress.user;

import io.redress.user.AccountEvent.What;
import io.redress.user.UserRefused.Reason;
import io.redress.user.throttle.SignInThrottle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What users do with their own access. */
public final class OwnAccount {

    private final Users users;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final SignInThrottle throttle;
    private final AccountEvents events;
    private final Clock clock;

    public OwnAccount(
            Users users,
            PasswordHashes hashes,
            PasswordPolicy policy,
            SignInThrottle throttle,
            AccountEvents events,
            Clock clock) {
        this.users = users;
        this.hashes = hashes;
        this.policy = policy;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes another password; all sessions end.
     *
     * @param before the password until now
     * @throws UserRefused when that is wrong, or the other may not be
     */
    public User changePassword(User user, String before, String after, String address) {
        String hash = proved(user, before, address);
        policy.check(after, user);
        String password = PasswordPolicy.normalised(after);
        if (hashes.matches(password, hash)) {
            throw new UserRefused(Reason.PASSWORD_SAME, "The password is the one until now", "Take another one.");
        }
        String fresh = hashes.hash(password);
        Instant now = clock.instant();
        User changed =
                users.change(user.id(), kept -> kept.with(kept.credentials().withPassword(fresh, now, false))
                        .withSessionsEnded());
        told(What.PASSWORD_CHANGED, changed, address);
        return changed;
    }

    /** Gives an app its secret; it counts once {@link #confirmSecondFactor} has seen a code. */
    public User beginSecondFactor(User user) {
        var fresh = AuthenticatorSecret.random();
        return users.change(user.id(), kept -> {
            boolean waits = kept.credentials().secret() != null;
            return waits ? kept : kept.with(kept.credentials().withUnconfirmed(fresh));
        });
    }

    /**
     * Begins to ask for codes; other sessions end.
     *
     * @param changed as it is now kept
     * @param recoveryCodes to be shown once
     */
    public record Confirmed(User changed, List<String> recoveryCodes) {

        /** Without the codes. */
        @Override
        public String toString() {
            return changed.login();
        }
    }

    /** @throws UserRefused when the code is wrong */
    public Confirmed confirmSecondFactor(User user, String typed, String address) {
        AuthenticatorSecret secret = user.credentials().secret();
        OptionalLong step = secret == null || user.credentials().hasSecondFactor() || paused(user)
                ? OptionalLong.empty()
                : OneTimeCodes.step(secret, typed, clock.instant());
        if (step.isEmpty() || !users.takeStep(user.id(), step.getAsLong())) {
            throw new UserRefused(
                    Reason.WRONG_CODE,
                    "The code is wrong",
                    "Type the code that the app shows now; is its clock right?");
        }
        throttle.succeededWithCode(user.login());
        List<String> codes = RecoveryCodes.random();
        User changed = users.change(
                user.id(), kept -> kept.with(kept.credentials().withConfirmed(RecoveryCodes.digests(user.id(), codes)))
                        .withSessionsEnded());
        told(What.SECOND_FACTOR_ADDED, changed, address);
        return new Confirmed(changed, codes);
    }

    /**
     * Asks for codes no more.
     *
     * @param required whether the shop wants a second factor of everybody: then another follows at once
     * @throws UserRefused when the password is wrong
     */
    public User removeSecondFactor(User user, String password, boolean required, String address) {
        if (required) {
            throw new UserRefused(
                    Reason.SECOND_FACTOR_REQUIRED,
                    "Everybody needs a second factor here",
                    "For another app, have an administrator remove this one.");
        }
        proved(user, password, address);
        User changed =
                users.change(user.id(), kept -> kept.with(kept.credentials().withoutSecondFactor())
                        .withSessionsEnded());
        told(What.SECOND_FACTOR_REMOVED, changed, address);
        return changed;
    }

    public User endSessions(UUID id, String address) {
        User changed = users.change(id, User::withSessionsEnded);
        told(What.SESSIONS_ENDED, changed, address);
        return changed;
    }

    public User setLanguage(UUID id, @Nullable String language) {
        return users.change(id, kept -> kept.withLanguage(language));
    }

    private boolean paused(User user) {
        return throttle.triedCode(user.login()).isPresent();
    }

    /** The hash of the password until now, which was right: a session that was left open must not be enough. */
    private String proved(User user, String password, String address) {
        if (throttle.tried(user.login(), address).isPresent()) {
            throw new UserRefused(Reason.PAUSED, "Too many wrong tries", "Try again in some minutes.");
        }
        String hash = user.credentials().passwordHash();
        if (hash == null || !hashes.matches(PasswordPolicy.normalised(password), hash)) {
            throw new UserRefused(Reason.WRONG_PASSWORD, "The password until now is wrong", "Type it again.");
        }
        throttle.succeeded(user.login(), address);
        return hash;
    }

    private void told(What what, User user, String address) {
        events.happened(new AccountEvent(what, user.login(), user.login(), address, null, clock.instant()));
    }
}
