package io.redress.ledger.privacy;

import io.redress.handoff.KeyedDigest;
import io.redress.history.BlankingProof;
import io.redress.ledger.history.BlankingRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Records of what is blanked, with a key that is known. */
final class Blankings {

    private Blankings() {}

    static BlankingRecords of(TransactionOperations transaction, JdbcClient jdbc) {
        return new BlankingRecords(transaction, jdbc, new BlankingProof(new KeyedDigest(new byte[32])));
    }
}
