package io.redress.delivery.http;

import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A delivery by HTTP under way: what to ask next, or how it ended.
 *
 * @param step what {@code call} is for
 * @param call null when nothing is left to ask
 * @param result null until the end
 * @param renewed whether the target refused a token once already
 * @param conflict whether the target said that it has the record already
 */
public record HttpTalk(
        Delivery delivery,
        Step step,
        @Nullable HttpCall call,
        @Nullable Delivered result,
        boolean renewed,
        boolean conflict) {

    enum Step {
        TOKEN,
        LOOK_UP,
        WRITE,
        END
    }

    public boolean isOpen() {
        return step != Step.END;
    }

    static HttpTalk begun(Delivery delivery) {
        return new HttpTalk(delivery, Step.END, null, null, false, false);
    }

    HttpTalk next(Step next, HttpCall question) {
        return new HttpTalk(delivery, next, question, null, renewed, conflict);
    }

    HttpTalk end(Delivered end) {
        return new HttpTalk(delivery, Step.END, null, end, renewed, conflict);
    }

    HttpTalk afterRefusedToken() {
        return new HttpTalk(delivery, step, call, null, true, conflict);
    }

    HttpTalk afterConflict() {
        return new HttpTalk(delivery, step, call, null, renewed, true);
    }
}
