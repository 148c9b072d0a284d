package io.redress.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import java.time.Clock;
import java.util.List;

/**
 * Reports to the invalid message channel of what systems downstream sent and nobody can use.
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
                .put("reason", reason)
                .put("remedy", "send it again, corrected; the fields are in " + fields)
                .put("original", message);
        return List.of(new QueueMessage(Queues.INVALID, report));
    }
}
