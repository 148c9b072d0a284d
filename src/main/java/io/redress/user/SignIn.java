package io.redress.user;

import io.redress.user.AccountEvent.What;
import io.redress.user.throttle.SignInThrottle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Finds out whether somebody is who they say. An unknown login takes the same way as a known one with a wrong password. */
public final class SignIn {

    /** For how long a password that somebody else made opens. */
    static final Duration INITIAL_PASSWORD = Duration.ofDays(7);

    private final Users users;
    private final PasswordHashes hashes;
    private final SignInThrottle throttle;
    private final Predicate<User> mayUsePassword;
    private final AccountEvents events;
    private final Clock clock;

    /** @param mayUsePassword whether a password lets somebody in, as far as config/sign-in.yaml says */
    public SignIn(
            Users users,
            PasswordHashes hashes,
            SignInThrottle throttle,
            Predicate<User> mayUsePassword,
            AccountEvents events,
            Clock clock) {
        this.users = users;
        this.hashes = hashes;
        this.throttle = throttle;
        this.mayUsePassword = mayUsePassword;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first step.
     *
     * @param address of the client
     */
    public SignInResult byPassword(String typedLogin, String typedPassword, String address) {
        String login = LoginName.normalised(typedLogin);
        Optional<User> found = LoginName.isAllowed(login) ? users.find(login) : Optional.empty();
        Optional<Duration> pause = throttle.tried(login, address);
        if (pause.isPresent()) {
            told(What.SIGN_IN_PAUSED, found, address);
            return new SignInResult.Paused(pause.get());
        }
        try {
            Optional<User> right = found.filter(mayBe(typedPassword, found));
            if (right.isEmpty()) {
                told(What.SIGN_IN_REFUSED, found, address);
                return new SignInResult.Refused();
            }
            if (!right.get().credentials().hasSecondFactor()) {
                throttle.succeeded(login, address);
            }
            return new SignInResult.Admitted(right.get());
        } catch (PasswordHashes.Busy e) {
            return new SignInResult.Busy();
        }
    }

    /** The second step of those who have an authenticator app: its code, or a recovery code. */
    public SignInResult byCode(User user, String typed, String address) {
        Optional<Duration> pause = throttle.triedCode(user.login());
        if (pause.isPresent()) {
            told(What.SIGN_IN_PAUSED, Optional.of(user), address);
            return new SignInResult.Paused(pause.get());
        }
        if (!takes(user, typed, address)) {
            told(What.CODE_REFUSED, Optional.of(user), address);
            return new SignInResult.Refused();
        }
        throttle.succeededWithCode(user.login());
        throttle.succeeded(user.login(), address);
        return new SignInResult.Admitted(user);
    }

    /** All steps are done. */
    public void completed(User user, String address) {
        users.signedIn(user.id(), clock.instant());
        ProviderIdentity identity = user.identity();
        String how = identity == null ? null : "by " + identity.provider();
        events.happened(new AccountEvent(What.SIGNED_IN, user.login(), user.login(), address, how, clock.instant()));
    }

    public void signedOut(User user, String address) {
        told(What.SIGNED_OUT, Optional.of(user), address);
    }

    /** The hash is compared whoever it is, before anything else is looked at. */
    private Predicate<User> mayBe(String typedPassword, Optional<User> found) {
        String password = PasswordPolicy.normalised(typedPassword);
        boolean tooLong = PasswordPolicy.isTooLong(password);
        String hash = found.map(user -> user.credentials().passwordHash()).orElse(null);
        String decoy = hashes.decoy(); // made at the first try, whosever that is
        boolean same = hashes.matches(tooLong ? "" : password, hash == null ? decoy : hash);
        return user -> {
            if (hash == null
                    || !same
                    || tooLong
                    || user.disabled()
                    || !mayUsePassword.test(user)
                    || isExpired(user.credentials())) {
                return false;
            }
            if (hashes.isOutdated(hash)) {
                users.rehash(user.id(), hash, hashes.hash(password));
            }
            return true;
        };
    }

    private boolean isExpired(Credentials credentials) {
        Instant now = clock.instant();
        return credentials.mustChange()
                && credentials.passwordSetAt().plus(INITIAL_PASSWORD).isBefore(now);
    }

    private boolean takes(User user, String typed, String address) {
        if (RecoveryCodes.isLike(typed)) {
            boolean taken = users.takeRecoveryCode(user.id(), RecoveryCodes.digest(user.id(), typed));
            if (taken) {
                told(What.RECOVERY_CODE_USED, Optional.of(user), address);
            }
            return taken;
        }
        AuthenticatorSecret secret = user.credentials().secret();
        OptionalLong step = secret == null ? OptionalLong.empty() : OneTimeCodes.step(secret, typed, clock.instant());
        return step.isPresent() && users.takeStep(user.id(), step.getAsLong());
    }

    private void told(What what, Optional<User> user, String address) {
        String login = user.map(User::login).orElse(null);
        events.happened(new AccountEvent(what, login, login, address, null, clock.instant()));
    }
}
