package io.redress.access;

/**
 * What a user must know, kept so that it shows up in no log.
 *
 * @param text a hash with its kind in braces, {@code {bcrypt}$2a$10$…}, or the password itself, which came from the environment
 *     or a file
 * @param isHash which of the two
 */
public record Password(String text, boolean isHash) {

    @Override
    public String toString() {
        return isHash ? "a hash" : "a secret";
    }
}
