package io.redress.failure;

import org.jspecify.annotations.Nullable;

/** The types and stacks of an exception and its causes for the log, without their messages, which may quote a customer. */
public final class RedactedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable error) {
        super(error.getClass().getName(), of(error.getCause()));
        setStackTrace(error.getStackTrace());
    }

    /** Null for null. */
    public static @Nullable RedactedException of(@Nullable Throwable error) {
        return error == null ? null : new RedactedException(error);
    }
}
