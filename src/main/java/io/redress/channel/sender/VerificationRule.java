package io.redress.channel.sender;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How a sender proves itself, as its description says. */
interface VerificationRule {

    int LEAST_CHARACTERS = 16;

    /**
     * The same with a channel's secret.
     *
     * @param secret one or several, divided by blanks, of which any may have been used
     * @param tolerance how far a signed time may be from the clock's
     * @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it
     */
    RequestVerifier with(String secret, Duration tolerance, Clock clock);

    /**
     * The secrets of a channel, divided by blanks: while one is being changed, the old and the new one.
     *
     * @throws IllegalArgumentException when there is none, or one can be guessed; the message does not repeat it
     */
    static List<String> secrets(String written) {
        List<String> secrets = Arrays.stream(written.strip().split("\\s+"))
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs the secret that its sender was given");
        }
        secrets.stream()
                .filter(secret -> secret.length() < LEAST_CHARACTERS)
                .findFirst()
                .ifPresent(secret -> {
                    throw new IllegalArgumentException("a webhook secret of " + secret.length()
                            + " characters can be guessed: take 16 at least, better 32 (openssl rand -hex 16)");
                });
        return secrets;
    }
}
