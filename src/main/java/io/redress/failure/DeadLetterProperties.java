package io.redress.failure;

/** What a dead letter says of itself, as properties of its message. Only the hub's own word counts for them. */
public final class DeadLetterProperties {

    /** By which it is known, whichever queues it goes through: the message id under which it failed first. */
    public static final String ID = "redressLetter";

    /** What is wrong with it, for people; may quote it. */
    public static final String REASON = "redressReason";

    /** What to do about it. */
    public static final String REMEDY = "redressRemedy";

    /** When it failed by the hub's clock, ISO 8601 in UTC. */
    public static final String FAILED_AT = "redressFailedAt";

    private static final String OURS = "redress";

    private DeadLetterProperties() {}

    /** Whether a property is the hub's own. */
    public static boolean isOurs(String property) {
        return property.startsWith(OURS);
    }
}
