package io.redress.broker;

import io.redress.access.BrokerUser;
import io.redress.access.Password;
import io.redress.access.QueueRights;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Judges user names and passwords. Unknown names take as long as wrong passwords; hashing is done for few at a time, however
 * many ask; a password that was right before is known again without hashing, so that systems that connect often cost little.
 */
public final class Logins {

    private static final int LONGEST_PASSWORD = 200;
    private static final int QUEUE = 64;
    private static final long PATIENCE_SECONDS = 10;
    /** What an unknown user is compared with: the hash of nothing that anybody knows. */
    private static final String NOBODY = "{bcrypt}" + new BCryptPasswordEncoder().encode(random());

    private final QueueRights rights;
    private final Refusals refusals;
    private final LoginPace pace;
    private final Pause pause;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final String salt = random();
    private final Map<BrokerUser, byte[]> right = new ConcurrentHashMap<>();

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    public Logins(QueueRights rights, Refusals refusals, Clock clock, Pause pause) {
        this.rights = rights;
        this.refusals = refusals;
        this.pace = new LoginPace(clock);
        this.pause = pause;
    }

    /**
     * The user who logged in.
     *
     * @param address where it comes from, without port
     * @throws SecurityException when name or password is wrong, after a pause; or when too many ask at once
     */
    BrokerUser login(String address, @Nullable String name, @Nullable String password) throws InterruptedException {
        if (!pace.isOpen(address)) {
            throw refusals.login(name, address, "too many wrong passwords come from this address; wait a little");
        }
        BrokerUser user = name == null ? null : rights.find(name).orElse(null);
        if (isRight(user, password == null ? "" : password, address)) {
            return java.util.Objects.requireNonNull(user);
        }
        try {
            pause.of(pace.wrong(address));
        } finally {
            pace.answered(address);
        }
        throw refusals.login(name, address, "user name or password is wrong");
    }

    private boolean isRight(@Nullable BrokerUser user, String password, String address) throws InterruptedException {
        byte[] given = digest(salt + password);
        byte[] known = user == null ? null : right.get(user);
        if (known != null && MessageDigest.isEqual(known, given)) {
            return true;
        }
        Password wanted = user == null ? new Password(NOBODY, true) : user.password();
        boolean same = password.length() <= LONGEST_PASSWORD
                && hashed(password, wanted.isHash() ? wanted.text() : NOBODY, address);
        if (!wanted.isHash()) {
            same = MessageDigest.isEqual(digest(salt + wanted.text()), given);
        }
        if (user == null || !same) {
            return false;
        }
        right.keySet().removeIf(before -> before.name().equals(user.name()));
        right.put(user, given);
        return true;
    }

    private boolean hashed(String password, String hash, String address) throws InterruptedException {
        boolean free = hashing.getQueueLength() < QUEUE && hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!free) {
            throw refusals.login(null, address, "too many log in at once; try again");
        }
        try {
            return encoder.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A text that nobody can guess. */
    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
