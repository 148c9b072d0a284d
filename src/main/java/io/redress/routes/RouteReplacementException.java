package io.redress.routes;

import io.redress.routes.file.RouteFile;

/** Routes that passed the check did not start, and the ones before them were to be put back. */
public final class RouteReplacementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RouteFile file;
    private final boolean restored;

    /** @param restored true when the last good version runs again */
    RouteReplacementException(RouteFile file, Exception cause, boolean restored) {
        super(file.path() + " does not start", cause);
        this.file = file;
        this.restored = restored;
    }

    public RouteFile file() {
        return file;
    }

    public boolean restored() {
        return restored;
    }
}
