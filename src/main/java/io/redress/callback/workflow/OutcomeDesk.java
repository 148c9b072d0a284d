package io.redress.callback.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.MessageSender;
import io.redress.access.SenderRights;
import io.redress.access.SentMessage;
import io.redress.callback.OutcomeReading;
import io.redress.due.QueueMessage;
import io.redress.failure.InvalidReports;
import io.redress.failure.Unreadable;
import java.time.Clock;
import java.util.List;

/**
 * Takes reports of calls that systems downstream send as JSON. What cannot be read at all becomes a dead letter; what can be
 * read, but not applied, is reported to queue {@code invalid}.
 */
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
     * Applies a report; gives one about it to send when it lacks something, names no callback of ours, or one of a ticket
     * that its sender was not given.
     *
     * @throws Unreadable when it is no report of a call
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
        OutcomeReading.Refused refused = (OutcomeReading.Refused) reading;
        if (refused.member().isEmpty()) {
            throw new Unreadable(
                    refused.reason(), "send it again, corrected (docs/callbacks.md), and discard this one");
        }
        return invalid.of(message, refused.reason());
    }
}
