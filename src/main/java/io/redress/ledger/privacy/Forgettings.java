package io.redress.ledger.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.handoff.BlobStore;
import io.redress.ledger.history.BlankingRecords;
import io.redress.ledger.privacy.Forgetting.Places;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts together what forgets, of the parts that only this package knows. */
public final class Forgettings {

    private Forgettings() {}

    public static Forgetting of(
            TransactionOperations transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            ForgettingRows rows,
            ForgottenNews news,
            QueueTraces queues,
            BlobStore blobs,
            BlankingRecords records,
            Places places,
            Clock clock) {
        var blanking = new TicketBlanking(jdbc, json, records, clock);
        var database = new DatabaseRewrite(jdbc);
        return new Forgetting(transaction, rows, blanking, news, database, queues, blobs, places, clock);
    }
}
