package io.redress.ledger.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.MessageSender;
import io.redress.access.SenderRights;
import io.redress.access.SentMessage;
import io.redress.callback.OutcomeReading;
import io.redress.due.QueueMessage;
import io.redress.ledger.InvalidReports;
import java.time.Clock;
import java.util.List;

/** Takes reports of calls that systems downstream send as JSON; what cannot be one is reported to queue {@code invalid}. */
public final class OutcomeDesk {

    private final CallbackOutcomes outcomes;
    private final SenderRights rights;
    private final ObjectMapper json;
    private final InvalidReports invalid;

    public OutcomeDesk(CallbackOutcomes outcomes, SenderRights rights, ObjectMapper json, Clock clock) {
        this.outcomes = outcomes;
        this.rights = rights;
        this.json = json;
        this.invalid = new InvalidReports("callbacks.outcomes", "docs/callbacks.md", clock);
    }

    /** As {@link #take(SentMessage)} when nobody knows who sent it: for routes of before, which do not say it. */
    public List<QueueMessage> take(String message) {
        return take(new SentMessage(message, MessageSender.UNKNOWN));
    }

    /**
     * Applies a report; gives one about it to send when it could not be read, names no callback of ours, or one of a ticket
     * that its sender was not given.
     */
    public List<QueueMessage> take(SentMessage sent) {
        String message = sent.text();
        OutcomeReading reading = OutcomeReading.of(message, json);
        if (reading instanceof OutcomeReading.Read read) {
            String ticket = outcomes.ticketOf(read.outcome()).orElse(null);
            String refusal = rights.refusalOfCall(sent.sender(), ticket);
            if (refusal != null) {
                return invalid.refused(message, refusal);
            }
            return outcomes.apply(read.outcome(), sent.sender().shown()) == CallbackOutcomes.Effect.UNKNOWN
                    ? invalid.of(
                            message, "there is no callback " + read.outcome().callback())
                    : List.of();
        }
        return invalid.of(message, ((OutcomeReading.Refused) reading).reason());
    }
}
