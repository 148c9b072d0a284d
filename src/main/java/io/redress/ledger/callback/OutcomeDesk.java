package io.redress.ledger.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.OutcomeReading;
import io.redress.due.QueueMessage;
import io.redress.ledger.InvalidReports;
import java.time.Clock;
import java.util.List;

/** Takes reports of calls that systems downstream send as JSON; what cannot be one is reported to queue {@code invalid}. */
public final class OutcomeDesk {

    private final CallbackOutcomes outcomes;
    private final ObjectMapper json;
    private final InvalidReports invalid;

    public OutcomeDesk(CallbackOutcomes outcomes, ObjectMapper json, Clock clock) {
        this.outcomes = outcomes;
        this.json = json;
        this.invalid = new InvalidReports("callbacks.outcomes", "docs/callbacks.md", clock);
    }

    /** Applies a report; gives one about it to send when it could not be read or names no callback of ours. */
    public List<QueueMessage> take(String message) {
        OutcomeReading reading = OutcomeReading.of(message, json);
        if (reading instanceof OutcomeReading.Read read) {
            return outcomes.apply(read.outcome()) == CallbackOutcomes.Effect.UNKNOWN
                    ? invalid.of(
                            message, "there is no callback " + read.outcome().callback())
                    : List.of();
        }
        return invalid.of(message, ((OutcomeReading.Refused) reading).reason());
    }
}
