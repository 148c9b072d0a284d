package io.redress.channel.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The secrets of a channel, by the names that descriptions give them. */
public final class ChannelSecrets {

    /** The name of the secret of a channel that has one. */
    public static final String SECRET = "secret";

    private static final int LEAST_CHARACTERS = 16;

    private ChannelSecrets() {}

    /**
     * The secrets of a channel that has one at a time, under the name {@value #SECRET}.
     *
     * @param written one or, while it is being changed, several, separated by blanks; whether one can be guessed is not looked at
     */
    public static List<Map<String, String>> of(String written) {
        return divided(written).stream().map(secret -> Map.of(SECRET, secret)).toList();
    }

    /**
     * The secrets in a text, separated by blanks: while one is being changed, the old and the new one.
     *
     * @throws IllegalArgumentException when there is none, or one can be guessed; the message does not repeat it
     */
    public static List<String> alternatives(String written) {
        List<String> secrets = divided(written);
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

    /** The same without a look at their length, for those that a platform gives; may be none. */
    public static List<String> divided(String written) {
        return Arrays.stream(written.strip().split("\\s+"))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }
}
