package io.redress.delivery;

/** A target will never take this delivery as it is: it goes to the dead letters with the answer's text, replayable. */
public class TargetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1000;

    /** @param answer the target's, in its own words; cut to 1,000 characters */
    public TargetRefused(String answer) {
        super(answer.length() > LONGEST ? answer.substring(0, LONGEST) + "…" : answer);
    }
}
