package io.redress.ledger.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.handoff.BlobStore;
import io.redress.ledger.history.BlankingRecords;
import io.redress.privacy.Aging;
import io.redress.privacy.RetentionKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds that age in the ledger. */
public final class Agings {

    private Agings() {}

    public static List<Aging> ofLedger(
            JdbcClient jdbc, ObjectMapper json, BlobStore blobs, BlankingRecords records, Clock clock) {
        var blanking = new TicketBlanking(jdbc, json, records, clock);
        List<Aging> kinds = new ArrayList<>(RowAging.all(jdbc));
        kinds.add(new EventAging(jdbc, records, clock));
        for (var kind : List.of(RetentionKind.ORIGINALS, RetentionKind.ATTACHMENTS, RetentionKind.CLOSED_TICKETS)) {
            kinds.add(new TicketAging(jdbc, kind, blanking, blobs));
        }
        return kinds;
    }
}
