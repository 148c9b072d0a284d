package io.redress.ledger.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.handoff.BlobStore;
import io.redress.ledger.history.RedactionRecords;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds that age in the ledger. */
public final class RetentionTasks {

    private RetentionTasks() {}

    public static List<RetentionTask> ofLedger(
            JdbcClient jdbc, ObjectMapper json, BlobStore blobs, RedactionRecords records, Clock clock) {
        var blanking = new TicketRedaction(jdbc, json, records, clock);
        List<RetentionTask> kinds = new ArrayList<>(RowRetention.all(jdbc));
        kinds.add(new EventRetention(jdbc, records, clock));
        for (var kind : List.of(RetentionKind.ORIGINALS, RetentionKind.ATTACHMENTS, RetentionKind.CLOSED_TICKETS)) {
            kinds.add(new TicketRetention(jdbc, kind, blanking, blobs));
        }
        return kinds;
    }
}
