package io.redress.delivery.dialogue;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a talk with a system stands: what is asked next, and what its answer leads to; or how the talk ended. */
public final class Dialogue {

    private final @Nullable DialogueRequest request;
    private final @Nullable Function<DialogueResponse, Dialogue> then;
    private final @Nullable Object result;

    private Dialogue(
            @Nullable DialogueRequest request,
            @Nullable Function<DialogueResponse, Dialogue> then,
            @Nullable Object result) {
        this.request = request;
        this.then = then;
        this.result = result;
    }

    public static Dialogue ask(DialogueRequest request, Function<DialogueResponse, Dialogue> then) {
        return new Dialogue(request, then, null);
    }

    public static Dialogue ended(Object result) {
        return new Dialogue(null, null, result);
    }

    /** Whether there is something left to ask. */
    public boolean isOpen() {
        return request != null;
    }

    /** What to ask; only while {@link #isOpen}. */
    public DialogueRequest getRequest() {
        return Objects.requireNonNull(request, "the dialogue has ended");
    }

    /** What came of it; only when it is over. */
    public Object getResult() {
        return Objects.requireNonNull(result, "the dialogue goes on");
    }

    Dialogue answered(DialogueResponse response) {
        return Objects.requireNonNull(then, "the dialogue has ended").apply(response);
    }
}
