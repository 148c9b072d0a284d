package io.redress.broker.downstream;

import io.redress.access.BrokerUser;
import io.redress.access.Password;
import io.redress.access.QueuePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Judges user names and passwords. Unknown names take as long as wrong passwords; a password that was right before is known
 * again without hashing, so that systems that connect often cost little. The hub itself does not log in here.
 */
public final class BrokerAuthenticator {

    private static final int LONGEST_PASSWORD = 200;
    /** What an unknown user is compared with: the hash of nothing that anybody knows. */
    private static final String NOBODY = "{bcrypt}" + new BCryptPasswordEncoder().encode(random());

    private final QueuePermissions permissions;
    private final RefusalLog refusalLog;
    private final LoginThrottle throttle;
    private final Pause pause;
    private final PasswordEncoder encoder;
    private final LoginQueue queue = new LoginQueue();
    private final String salt = random();
    private final Map<BrokerUser, byte[]> right = new ConcurrentHashMap<>();

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    public BrokerAuthenticator(QueuePermissions permissions, RefusalLog refusalLog, Clock clock, Pause pause) {
        this(permissions, refusalLog, clock, pause, PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    BrokerAuthenticator(
            QueuePermissions permissions, RefusalLog refusalLog, Clock clock, Pause pause, PasswordEncoder encoder) {
        this.permissions = permissions;
        this.refusalLog = refusalLog;
        this.throttle = new LoginThrottle(clock);
        this.pause = pause;
        this.encoder = encoder;
    }

    /**
     * The user who logged in.
     *
     * @param address where it comes from, without port
     * @throws SecurityException when name or password is wrong, after a pause; or when too many ask at once
     */
    BrokerUser login(String address, @Nullable String name, @Nullable String password) throws InterruptedException {
        LoginRateLimitKey source = LoginRateLimitKey.of(address, name);
        Optional<BrokerUser> user = Optional.ofNullable(name).flatMap(permissions::find);
        String given = password == null ? "" : password;
        Optional<Duration> wrong;
        try {
            wrong = queue.judge(source, () -> judged(source, user.orElse(null), given));
        } catch (FairTurnQueue.TooLate e) {
            throw refusalLog.login(name, address, "too many log in at once; try again in a moment");
        } catch (SecurityException e) {
            throw refusalLog.login(name, address, String.valueOf(e.getMessage()));
        }
        if (user.isPresent() && wrong.isEmpty()) {
            return user.get();
        }
        if (wrong.isPresent() && !wrong.get().isZero()) {
            try {
                pause.of(wrong.get());
            } finally {
                throttle.answered(source);
            }
        }
        throw refusalLog.login(name, address, "user name or password is wrong");
    }

    /** How long the refusal waits; empty when the password is right. */
    private Optional<Duration> judged(LoginRateLimitKey source, @Nullable BrokerUser user, String password)
            throws InterruptedException {
        if (!throttle.isOpen(source)) {
            throw new SecurityException("too many wrong passwords come from this address; wait a little");
        }
        return isRight(source, user, password) ? Optional.empty() : Optional.of(throttle.wrong(source));
    }

    private boolean isRight(LoginRateLimitKey source, @Nullable BrokerUser user, String password)
            throws InterruptedException {
        byte[] given = DigestUtils.sha256(salt + password);
        byte[] known = user == null ? null : right.get(user);
        if (known != null && MessageDigest.isEqual(known, given)) {
            return true;
        }
        Password wanted = user == null ? new Password(NOBODY, true) : user.password();
        String hash = wanted.isHash() ? wanted.text() : NOBODY;
        boolean same =
                password.length() <= LONGEST_PASSWORD && queue.hash(source, () -> encoder.matches(password, hash));
        if (!wanted.isHash()) {
            same = MessageDigest.isEqual(DigestUtils.sha256(salt + wanted.text()), given);
        }
        if (user == null || !same) {
            return false;
        }
        right.keySet().removeIf(before -> before.name().equals(user.name()));
        right.put(user, given);
        return true;
    }

    /** A text that nobody can guess. */
    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
