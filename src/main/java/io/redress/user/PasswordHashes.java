package io.redress.user;

/** Slow hashes of passwords. Each of the two that hash takes the same time whatever it is given. */
public interface PasswordHashes {

    /** Too many are being hashed at once: the caller may try again soon. */
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("too many passwords are being checked at once");
        }
    }

    /** @throws Busy when none can be made now */
    String hash(String password);

    /** @throws Busy when none can be compared now */
    boolean matches(String password, String hash);

    /** Whether a hash was made by other means than {@link #hash} would use now. */
    boolean isOutdated(String hash);

    /** Of no password: compared where a user is unknown, so that the answer takes as long. */
    String decoy();
}
