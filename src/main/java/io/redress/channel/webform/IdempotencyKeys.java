package io.redress.channel.webform;

import io.redress.channel.webform.ReservedNumbers.Conflict;
import io.redress.channel.webform.ReservedNumbers.Reserved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides under which key and number a form is taken in. With a key of the sender's, that key counts for ever. Without one,
 * the same form from the same address again within a while is a double click, and later it is another complaint.
 */
final class IdempotencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    private final ReservedNumbers numbers;
    private final Supplier<String> candidates;
    private final Clock clock;
    private final Duration doubleClick;

    /** {@code doubleClick}: at least a second. */
    IdempotencyKeys(ReservedNumbers numbers, Supplier<String> candidates, Clock clock, Duration doubleClick) {
        this.numbers = numbers;
        this.candidates = candidates;
        this.clock = clock;
        this.doubleClick = doubleClick;
    }

    /** Number and source key of an item; {@code conflict} when its key was used for another form. */
    record Kept(String number, String sourceKey, boolean conflict) {}

    Kept keep(String channel, @Nullable String key, String client, String contentSha256) {
        String candidate = candidates.get();
        try {
            return key != null
                    ? claim(channel, key, contentSha256, candidate)
                    : byContent(channel, client, contentSha256, candidate);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Reserved ticket numbers cannot be looked up; a repeat on channel {} gets a new number",
                    channel,
                    e);
            String sourceKey = key != null ? key : bucketKey(client, contentSha256, 0);
            return new Kept(candidate, sourceKey, false);
        }
    }

    /** Time is cut into buckets as long as a double click may take, so a repeat is found in this bucket or the last. */
    private Kept byContent(String channel, String client, String contentSha256, String candidate) {
        String lastKey = bucketKey(client, contentSha256, -1);
        Instant since = clock.instant().minus(doubleClick);
        Optional<String> last = numbers.promised(channel, lastKey, since);
        return last.isPresent()
                ? new Kept(last.get(), lastKey, false)
                : claim(channel, bucketKey(client, contentSha256, 0), contentSha256, candidate);
    }

    private Kept claim(String channel, String key, String contentSha256, String candidate) {
        var reservation = numbers.claim(channel, key, contentSha256, candidate);
        if (reservation instanceof Reserved reserved) {
            return new Kept(reserved.number(), key, false);
        }
        return new Kept(candidate, key, reservation instanceof Conflict);
    }

    private String bucketKey(String client, String contentSha256, int offset) {
        long bucket = clock.instant().getEpochSecond() / doubleClick.toSeconds() + offset;
        return "form:" + FormDigest.of(client, contentSha256) + "@" + bucket;
    }
}
