package io.redress.access;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a message to one of the queues that others write, as the broker says it, never as the message does.
 *
 * @param isHub a part of the hub, such as the news of a help desk that it looks at
 * @param name the user's; null when the broker did not say it, and for the hub
 */
public record MessageSender(boolean isHub, @Nullable String name) {

    /** A property of messages that the hub sends again: on whose behalf; empty when nobody knows. */
    public static final String RELAYED = "redressSentBy";

    public static final MessageSender HUB = new MessageSender(true, null);
    public static final MessageSender UNKNOWN = new MessageSender(false, null);

    /** What the history calls a sender of whom the broker said nothing. */
    private static final String NAMELESS = "downstream";

    /**
     * The sender by the broker's stamp.
     *
     * @param stamp the user that logged in; null when the broker stamps nothing
     * @param relayed on whose behalf the hub sent it again: only the hub's own word is taken for that; null when it was not,
     *     empty when nobody knew
     * @param hub the hub's own name at the broker
     */
    public static MessageSender of(@Nullable String stamp, @Nullable String relayed, String hub) {
        if (stamp == null || stamp.isEmpty()) {
            return UNKNOWN;
        }
        if (!stamp.equals(hub)) {
            return new MessageSender(false, stamp);
        }
        return relayed == null ? HUB : of(relayed, null, hub);
    }

    /** For the history; null for a part of the hub, which says itself who it is. */
    public @Nullable String shown() {
        return isHub ? null : name == null ? NAMELESS : name;
    }
}
