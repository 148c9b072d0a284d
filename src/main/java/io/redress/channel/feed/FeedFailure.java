package io.redress.channel.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A page of a feed could not be read. */
public final class FeedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and what can be done about it. */
    enum Kind {
        LOGIN(
                "the feed rejects the channel's token",
                "Create a new token in the other system, and put it into config/secrets",
                true),
        BUSY(
                "the feed answers that it is polled too often",
                "Poll less often (parameters period and perMinute), or ask the other system for a higher limit",
                false),
        UNAVAILABLE(
                "the feed does not answer",
                "Check that its server can be reached; the hub tries again by itself",
                false),
        REFUSED(
                "the feed refuses the request",
                "Compare the request in the feed's file with the other system's manual",
                true),
        NOT_JSON(
                "the feed's answer is not JSON",
                "Check the address, and whether a proxy or a login page answers in the feed's place",
                true),
        TOO_LARGE("a page of the feed is too large", "Request fewer items per page in the feed's file", true),
        NO_LIST(
                "the feed's answer has no list of items",
                "Compare items in the feed's file with a saved answer: redress try",
                true),
        EXPIRED("the feed's cursor has expired", "The hub reads again from the time of the newest item", false),
        NEXT_PAGE_REFUSED(
                "the hub refuses the address of the feed's next page",
                "Use next: {cursor: …} in the feed's file",
                true),
        LOOP(
                "the feed's pages repeat in a loop",
                "Compare next in the feed's file with the other system's manual; the items on the pages were taken in",
                true),
        SETTINGS("the feed cannot be polled", "Add the missing setting: redress check names it", true);

        private final String problem;
        private final String remedy;
        private final boolean lasting;

        Kind(String problem, String remedy, boolean lasting) {
            this.problem = problem;
            this.remedy = remedy;
            this.lasting = lasting;
        }

        String problem() {
            return problem;
        }

        String remedy() {
            return remedy;
        }

        /** Whether it does not go away by itself, and so is reported at once. */
        boolean isLasting() {
            return lasting;
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
