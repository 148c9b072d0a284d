package io.redress.channel.email.text;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A regular expression of an operator's, tried on what strangers send. Java's try every way there is, and for some expressions,
 * such as {@code ^(a+)+$}, a sender can write a subject for which there are more ways than a life has seconds. So the steps are
 * counted; beyond them the expression does not fit, and the log says so once.
 */
public final class BoundedPattern {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedPattern.class);

    /** A tenth of a second; a usual expression takes some thousands for the longest header. */
    private static final int MOST_STEPS = 5_000_000;

    private final Pattern pattern;
    private final String where;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param where the expression stands, for the log */
    public BoundedPattern(Pattern pattern, String where) {
        this.pattern = pattern;
        this.where = where;
    }

    /** Whether it is found somewhere. */
    public boolean isIn(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (TooManySteps | StackOverflowError e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn(
                        "{}: matching the regular expression took too many steps and was stopped for a mail; write it without"
                                + " repetitions in repetitions and with fewer of .*",
                        where);
            }
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** @param steps taken so far, by all parts of the text together */
    @SuppressWarnings("ArrayRecordComponent") // a counter, never compared
    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
