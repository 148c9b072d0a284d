package io.redress.canary;

import io.redress.handoff.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks by which canaries are recognised: a random id, and a digest of id and channel that only the hub can make. */
public final class CanaryMarks {

    /** How every mark begins. */
    static final String PREFIX = "redress-canary-";

    private static final Pattern MARK = Pattern.compile(PREFIX + "([0-9a-f-]{36})-([0-9a-f]{32})");

    private final KeyedDigest key;

    public CanaryMarks(KeyedDigest key) {
        this.key = key;
    }

    /** The mark of a canary for a channel. */
    public String of(UUID id, String channel) {
        return PREFIX + id + "-" + digest(id.toString(), channel);
    }

    /** The canary whose mark stands in a text, and is one of this channel. */
    Optional<UUID> in(String text, String channel) {
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            byte[] right = digest(mark.group(1), channel).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, mark.group(2).getBytes(StandardCharsets.US_ASCII))) {
                return uuid(mark.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String digest(String id, String channel) {
        return key.of(id + "\n" + channel);
    }
}
