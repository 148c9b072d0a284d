package io.redress.ledger.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.callback.OutcomeReading;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import java.time.Clock;
import java.util.List;

/** Takes reports of calls that systems downstream send as JSON; what cannot be one is reported to queue {@code invalid}. */
public final class OutcomeDesk {

    private final CallbackOutcomes outcomes;
    private final ObjectMapper json;
    private final Clock clock;

    public OutcomeDesk(CallbackOutcomes outcomes, ObjectMapper json, Clock clock) {
        this.outcomes = outcomes;
        this.json = json;
        this.clock = clock;
    }

    /** Applies a report; gives one about it to send when it could not be read or names no callback of ours. */
    public List<QueueMessage> take(String message) {
        OutcomeReading reading = OutcomeReading.of(message, json);
        if (reading instanceof OutcomeReading.Read read) {
            return outcomes.apply(read.outcome()) == CallbackOutcomes.Effect.UNKNOWN
                    ? report(message, "there is no callback " + read.outcome().callback())
                    : List.of();
        }
        return report(message, ((OutcomeReading.Refused) reading).reason());
    }

    private List<QueueMessage> report(String message, String reason) {
        ObjectNode report = json.createObjectNode()
                .put("at", clock.instant().toString())
                .put("from", "callbacks.outcomes")
                .put("reason", reason)
                .put("remedy", "send it again, corrected; the fields are in docs/callbacks.md")
                .put("original", message);
        return List.of(new QueueMessage(Queues.INVALID, report));
    }
}
