package io.redress.ledger.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.handoff.BlobStore;
import io.redress.ledger.history.RedactionRecords;
import io.redress.ledger.privacy.Forgetting.Places;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts together what forgets, of the parts that only this package knows. */
public final class ForgettingFactory {

    private ForgettingFactory() {}

    public static Forgetting of(
            TransactionOperations transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            ForgettingRows rows,
            ForgottenNotification notification,
            QueueEraser queues,
            BlobStore blobs,
            RedactionRecords records,
            Places places,
            Clock clock) {
        var blanking = new TicketRedaction(jdbc, json, records, clock);
        var database = new DatabaseScrubber(jdbc);
        return new Forgetting(transaction, rows, blanking, notification, database, queues, blobs, places, clock);
    }
}
