package io.redress.handoff;

import com.github.f4b6a3.uuid.UuidCreator;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link RawMessage} of what a channel took in: gives the item its id and its ticket number, and sets big
 * originals aside by Claim Check. The channel sends the result to {@code direct:hand-off} and answers its sender only
 * after that.
 */
public final class HandOff {

    /** Originals above this many bytes travel by claim check. */
    static final int INLINE_LIMIT = 64 * 1024;

    private final TicketNumbers numbers;
    private final BlobStore blobs;
    private final MessageGroups groups;
    private final Clock clock;

    public HandOff(TicketNumbers numbers, BlobStore blobs, MessageGroups groups, Clock clock) {
        this.numbers = numbers;
        this.blobs = blobs;
        this.groups = groups;
        this.clock = clock;
    }

    /** As above, where no arrival needs an order. */
    public HandOff(TicketNumbers numbers, BlobStore blobs, Clock clock) {
        this(numbers, blobs, MessageGroups.none(), clock);
    }

    /** An arrival whose source key the normalizer finds. */
    public RawMessage receive(String channel, String format, byte[] original, Map<String, String> attributes) {
        return receive(channel, format, original, attributes, null);
    }

    /** An arrival that the channel knows by a key of its own. */
    public RawMessage receive(
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        return promised(numbers.next(), channel, format, original, attributes, sourceKey);
    }

    /** An arrival whose sender was promised {@code number} already. */
    public RawMessage promised(
            String number,
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        return message(newId(), number, channel, format, original, attributes, sourceKey);
    }

    /**
     * An arrival that has the same id whenever it is taken in again, such as a row of a file that is read from its start
     * after a crash.
     *
     * @param itemId a UUID made of what identifies the arrival
     */
    public RawMessage identified(
            String itemId,
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        return message(itemId, numbers.next(), channel, format, original, attributes, sourceKey);
    }

    /**
     * An arrival that may stand in the ledger already, because its channel could not take it in before.
     *
     * @param itemId under which it stands there; null when it does not
     * @param number that goes with the id; null without one
     */
    public RawMessage awaited(
            @Nullable String itemId,
            @Nullable String number,
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes) {
        return itemId == null || number == null
                ? receive(channel, format, original, attributes)
                : message(itemId, number, channel, format, original, attributes, null);
    }

    /**
     * An arrival of a group whose order its channel knows.
     *
     * @param group as in {@link MessageGroups}; nobody is to be named by it
     */
    public RawMessage grouped(
            String channel, String format, byte[] original, Map<String, String> attributes, String group) {
        return receive(channel, format, original, attributes).inGroup(group);
    }

    /** An id for an item that is in the ledger before it is handed off. */
    public String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** A number to promise before the arrival is handed off. */
    public String number() {
        return numbers.next();
    }

    private RawMessage message(
            String id,
            String number,
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        Original kept = original.length <= INLINE_LIMIT
                ? Original.inline(original)
                : Original.claim(blobs.put(original), original.length);
        return new RawMessage(
                id,
                number,
                channel,
                format,
                clock.instant(),
                sourceKey,
                attributes,
                kept,
                groups.groupOf(format, original));
    }
}
