package io.redress.security.session;

import io.redress.user.PasswordHashes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP's first choice); a password of any length counts as a whole. Few are
 * hashed at once, so that a flood of sign-ins takes neither memory nor all processors.
 */
@Component
class EncodedPasswords implements PasswordHashes {

    private static final String ARGON2 = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final PasswordEncoder encoder;
    private final Supplier<String> decoy;

    EncodedPasswords() {
        this.encoder = new DelegatingPasswordEncoder(
                ARGON2, Map.of(ARGON2, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES)));
        this.decoy = new Supplier<>() {
            private volatile String made = "";

            @Override
            public String get() {
                if (made.isEmpty()) {
                    made = encoder.encode(UUID.randomUUID().toString());
                }
                return made;
            }
        };
    }

    @Override
    public String hash(String password) {
        return alone(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return alone(() -> encoder.matches(password, hash));
    }

    @Override
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    @Override
    public String decoy() {
        return decoy.get();
    }

    private <T> T alone(Supplier<T> work) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
