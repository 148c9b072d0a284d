package io.redress.search;

import java.time.Duration;

/** A search took longer than it may. */
public final class SearchTimedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchTimedOut(Duration limit, Throwable cause) {
        super("The search takes longer than " + limit.toSeconds() + " seconds", cause);
    }
}
