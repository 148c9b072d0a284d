package io.redress.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import io.redress.privacy.Masking;
import java.time.Clock;
import java.util.List;

/**
 * Reports to the invalid message channel of what systems downstream sent and nobody can use; people's numbers in it are
 * masked, since its sender has it as it was.
 *
 * @param from the queue that it came on
 * @param fields the page that says what its messages look like
 */
public record InvalidReports(String from, String fields, Clock clock) {

    /** The report to send about a message. */
    public List<QueueMessage> of(String message, String reason) {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("from", from)
                .put("reason", Masking.all().mask(reason))
                .put("remedy", "send it again, corrected; the fields are in " + fields)
                .put("original", Masking.all().mask(message));
        return List.of(new QueueMessage(Queues.INVALID, report));
    }
}
