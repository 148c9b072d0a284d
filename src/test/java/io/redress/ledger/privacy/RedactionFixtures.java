package io.redress.ledger.privacy;

import io.redress.handoff.KeyedDigest;
import io.redress.history.RedactionProof;
import io.redress.ledger.history.RedactionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Records of what is blanked, with a key that is known. */
final class RedactionFixtures {

    private RedactionFixtures() {}

    static RedactionRecords of(TransactionOperations transaction, JdbcClient jdbc) {
        return new RedactionRecords(transaction, jdbc, new RedactionProof(new KeyedDigest(new byte[32])));
    }
}
