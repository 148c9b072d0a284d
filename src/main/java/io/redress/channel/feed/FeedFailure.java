package io.redress.channel.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A page of a feed could not be read. */
public final class FeedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and what can be done about it. */
    enum Kind {
        LOGIN(
                "the feed does not take the channel's token",
                "Make a new token at the other system, and put it into config/secrets",
                true),
        BUSY(
                "the feed answers that it is asked too often",
                "Poll less often (parameters period and perMinute), or ask the other system for a higher limit",
                false),
        UNAVAILABLE(
                "the feed does not answer",
                "See whether its server can be reached; it is asked again by itself",
                false),
        REFUSED(
                "the feed refuses the request",
                "Compare the request in the feed's file with the other system's manual",
                true),
        NOT_JSON(
                "the feed's answer is not JSON",
                "See whether the address is right, or a proxy or a login page stands in between",
                true),
        TOO_LARGE("a page of the feed is too large", "Ask for fewer items on a page, in the feed's request", true),
        NO_LIST(
                "the feed's answer has no list of items",
                "Compare items in the feed's file with an answer: redress try",
                true),
        EXPIRED("the feed does not know the place any more", "It is read again from the last date", false),
        ASTRAY(
                "the feed's next page is at an address that is not used",
                "Take the cursor out of it by next: {cursor: …} in the feed's file",
                true),
        LOOP(
                "the feed's pages lead in a circle",
                "Compare next in the feed's file with the other system's manual; what was on the pages is taken in",
                true),
        SETTINGS("the feed cannot be asked", "Set what is missing: redress check names it", true);

        private final String problem;
        private final String remedy;
        private final boolean told;

        Kind(String problem, String remedy, boolean told) {
            this.problem = problem;
            this.remedy = remedy;
            this.told = told;
        }

        String problem() {
            return problem;
        }

        String remedy() {
            return remedy;
        }

        /** Whether people are told at once: it does not go by itself. */
        boolean isToldAtOnce() {
            return told;
        }
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param words without secrets and without words of customers
     * @param retryAfter the pause that the feed asks for; null when it asks for none
     */
    FeedFailure(Kind kind, String words, @Nullable Duration retryAfter) {
        super(words);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** For people: what is wrong and what can be done, in one line. */
    public String words() {
        return kind.problem() + " (" + getMessage() + "): " + kind.remedy();
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
