package io.redress.delivery.attempt;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.redress.configfile.InvalidConfiguration;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What it means that an attempt failed. */
sealed interface DeliveryFailure {

    /** The target will never take it. */
    record Refused(String answer) implements DeliveryFailure {}

    /** The breaker did not even let it try. */
    record NotTried() implements DeliveryFailure {}

    /** Another attempt may go better. */
    record Temporary(String reason, @Nullable Duration retryAfter) implements DeliveryFailure {}

    /** {@code unfit}: an error of a database that takes no such row, however often it is tried. */
    static DeliveryFailure of(Throwable error, Predicate<Throwable> unfit) {
        Throwable cause = error;
        while (cause != null) {
            if (cause instanceof TargetRefused refused) {
                return new Refused(String.valueOf(refused.getMessage()));
            }
            if (cause instanceof TargetUnavailable unavailable) {
                return new Temporary(String.valueOf(unavailable.getMessage()), unavailable.retryAfter());
            }
            if (cause instanceof CallNotPermittedException) {
                return new NotTried();
            }
            if (unfit.test(cause)) {
                return new Refused(
                        "the table takes no such row: " + cause.getClass().getSimpleName());
            }
            cause = cause.getCause();
        }
        return new Temporary(words(error), null);
    }

    /** Only what cannot hold a customer's words: of other exceptions no more than the class. */
    private static String words(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        if (root instanceof InvalidConfiguration invalid) {
            return "the mapping cannot be used: " + invalid.findings();
        }
        return root instanceof IOException ? name + ": " + root.getMessage() : name;
    }
}
