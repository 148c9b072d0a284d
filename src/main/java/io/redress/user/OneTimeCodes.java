package io.redress.user;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

/** Codes of authenticator apps: six digits by HMAC-SHA-1, another one each 30 seconds (RFC 6238). */
public final class OneTimeCodes {

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private OneTimeCodes() {}

    /**
     * The time step whose code this is: the present one, or the one before or after it, as clocks differ (RFC 6238, section
     * 5.2). Whoever asks sees to it that each step counts once.
     *
     * @param typed blanks in it do not matter
     * @return empty when it is the code of none of them
     */
    public static OptionalLong step(AuthenticatorSecret secret, String typed, Instant now) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long seconds = GENERATOR.getTimeStep().toSeconds();
        long present = Math.floorDiv(now.getEpochSecond(), seconds);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            byte[] right = at(secret, Instant.ofEpochSecond(step * seconds)).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What the app shows at a time. */
    public static String at(AuthenticatorSecret secret, Instant time) {
        try {
            return GENERATOR.generateOneTimePasswordString(secret.key(), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }
}
