package io.redress.delivery.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A token that a system gives for a while, shared by the dialogues with it. It is fetched when none holds, and once more
 * within a request that finds it refused.
 */
public final class AccessToken {

    private final DialogueRequest fetch;
    private final Function<DialogueResponse, Given> reading;
    private final Predicate<DialogueResponse> refused;
    private final Clock clock;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    /** @param lasts from now on; what is used shortly before its end would be refused, so take something off */
    public record Given(String token, Duration lasts) {}

    private record Held(String token, Instant until) {}

    /**
     * @param fetch asks for a token
     * @param reading of the answer to that; throws when there is none in it
     * @param refused whether an answer says that the token does not hold
     */
    public AccessToken(
            DialogueRequest fetch,
            Function<DialogueResponse, Given> reading,
            Predicate<DialogueResponse> refused,
            Clock clock) {
        this.fetch = fetch;
        this.reading = reading;
        this.refused = refused;
        this.clock = clock;
    }

    /** Asks something with the token. */
    public Dialogue ask(Function<String, DialogueRequest> request, Function<DialogueResponse, Dialogue> then) {
        return ask(request, then, true);
    }

    private Dialogue ask(
            Function<String, DialogueRequest> request, Function<DialogueResponse, Dialogue> then, boolean mayRenew) {
        Held known = held.get();
        if (known != null && known.until.isAfter(clock.instant())) {
            return ask(known, request, then, mayRenew);
        }
        return Dialogue.ask(fetch, response -> {
            Given given = reading.apply(response);
            var fresh = new Held(given.token, clock.instant().plus(given.lasts));
            held.set(fresh);
            return ask(fresh, request, then, mayRenew);
        });
    }

    private Dialogue ask(
            Held token,
            Function<String, DialogueRequest> request,
            Function<DialogueResponse, Dialogue> then,
            boolean mayRenew) {
        return Dialogue.ask(request.apply(token.token), response -> {
            if (mayRenew && refused.test(response)) {
                held.compareAndSet(token, null);
                return ask(request, then, false);
            }
            return then.apply(response);
        });
    }
}
