package io.redress.callback.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.MessageSender;
import io.redress.access.SentMessage;
import io.redress.access.TicketPermissions;
import io.redress.callback.ParsedCallOutcome;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.failure.InvalidMessageReports;
import io.redress.failure.UnreadableMessageException;
import java.time.Clock;
import java.util.List;

/**
 * Takes reports of calls that systems downstream send as JSON. What cannot be read at all becomes a dead letter; what can be
 * read, but not applied, is reported to queue {@code invalid}.
 */
public final class CallOutcomeHandler {

    private final CallbackOutcomes outcomes;
    private final TicketPermissions permissions;
    private final ObjectMapper json;
    private final InvalidMessageReports invalid;

    public CallOutcomeHandler(
            CallbackOutcomes outcomes, TicketPermissions permissions, ObjectMapper json, Clock clock) {
        this.outcomes = outcomes;
        this.permissions = permissions;
        this.json = json;
        this.invalid = new InvalidMessageReports(QueueNames.OUTCOMES, "docs/callbacks.md", clock);
    }

    /** As {@link #take(SentMessage)} when nobody knows who sent it: for routes of before, which do not say it. */
    public List<QueueMessage> take(String message) {
        return take(new SentMessage(message, MessageSender.UNKNOWN));
    }

    /**
     * Applies a report; gives one about it to send when it lacks something, names no callback of ours, or one of a ticket
     * that its sender was not given.
     *
     * @throws UnreadableMessageException when it is no report of a call
     */
    public List<QueueMessage> take(SentMessage sent) {
        String message = sent.text();
        ParsedCallOutcome parsed = ParsedCallOutcome.of(message, json);
        if (parsed instanceof ParsedCallOutcome.Read read) {
            String ticket = outcomes.ticketOf(read.outcome()).orElse(null);
            String refusal = permissions.refusalOfCall(sent.sender(), ticket);
            if (refusal != null) {
                return invalid.refused(message, refusal);
            }
            return outcomes.apply(read.outcome(), sent.sender().shown()) == CallbackOutcomes.Effect.UNKNOWN
                    ? invalid.of(
                            message, "there is no callback " + read.outcome().callback())
                    : List.of();
        }
        ParsedCallOutcome.Refused refused = (ParsedCallOutcome.Refused) parsed;
        if (refused.member().isEmpty()) {
            throw new UnreadableMessageException(
                    refused.reason(), "send it again, corrected (docs/callbacks.md), and discard this one");
        }
        return invalid.of(message, refused.reason());
    }
}
