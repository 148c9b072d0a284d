package io.redress.channel.webform;

import io.redress.handoff.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says when a form page was shown, signed together with the form's path and its idempotency key. Since a key
 * takes one form only, a stamp serves one form only; nothing has to be remembered.
 */
final class SignedPageStamps {

    private static final Pattern STAMP = Pattern.compile("(\\d{10,15})\\.([0-9a-f]{32})");

    private final KeyedDigest digest;
    private final Clock clock;
    private final Duration least;
    private final Duration lifetime;

    SignedPageStamps(KeyedDigest digest, Clock clock, Duration least, Duration lifetime) {
        this.digest = digest;
        this.clock = clock;
        this.least = least;
        this.lifetime = lifetime;
    }

    /** What a stamp says of a post. */
    enum Verdict {
        GOOD,
        TOO_FAST,
        EXPIRED,
        FORGED
    }

    /** The stamp of a page that is shown now. */
    String now(String path, String formKey) {
        return at(clock.millis(), path, formKey);
    }

    /** @param formKey the key that the post came under; null when it had none */
    Verdict verdict(String stamp, String path, @Nullable String formKey) {
        var read = STAMP.matcher(stamp);
        if (formKey == null || !read.matches()) {
            return Verdict.FORGED;
        }
        long millis = Long.parseLong(read.group(1));
        byte[] signed = at(millis, path, formKey).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(signed, stamp.getBytes(StandardCharsets.US_ASCII))) {
            return Verdict.FORGED;
        }
        Duration open = Duration.between(Instant.ofEpochMilli(millis), clock.instant());
        return open.compareTo(least) < 0
                ? Verdict.TOO_FAST
                : open.compareTo(lifetime) > 0 ? Verdict.EXPIRED : Verdict.GOOD;
    }

    private String at(long millis, String path, String formKey) {
        return millis + "." + digest.of(millis + "\n" + path + "\n" + formKey);
    }
}
