package io.redress.failure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.privacy.Masking;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports to the invalid message channel of what systems downstream sent and nobody can use; people's numbers in it are
 * masked, since its sender has it as it was.
 *
 * @param from the queue that it came on
 * @param fields the page that says what its messages look like
 */
public record InvalidMessageReports(String from, String fields, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(InvalidMessageReports.class);

    /** The report to send about a message whose sender has no say in the matter; logged, since somebody may be trying. */
    public List<QueueMessage> refused(String message, String reason) {
        Metrics.counter("redress.messages.refused", "queue", from).increment();
        LOG.warn("Refused from queue {}: {}", from, reason);
        return report(
                message, reason, "grant the user the right in config/broker-users.yaml, or find out who sends it");
    }

    /** The report to send about a message. */
    public List<QueueMessage> of(String message, String reason) {
        return report(message, reason, "send it again, corrected; the fields are in " + fields);
    }

    /** The same, with a remedy of its own. */
    public List<QueueMessage> report(String message, String reason, String remedy) {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("from", from)
                .put("reason", Masking.all().mask(reason))
                .put("remedy", remedy)
                .put("original", Masking.all().mask(message));
        return List.of(new QueueMessage(QueueNames.INVALID, report));
    }
}
