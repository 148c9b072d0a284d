package io.redress.ledger.history;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.history.ChainCheck;
import io.redress.history.RedactionProof;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Notes what the hub takes out of histories, in table {@code event_blanking}. */
public final class RedactionRecords {

    private static final Logger LOG = LoggerFactory.getLogger(RedactionRecords.class);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final RedactionProof proof;

    /** An event that says that words were forgotten. */
    private record Said(String ticket, int position, byte[] hash, String cause, int blanked) {}

    public RedactionRecords(TransactionOperations transaction, JdbcClient jdbc, RedactionProof proof) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.proof = proof;
    }

    /**
     * Writes into a ticket's history that words before were forgotten, in the transaction that blanked them.
     *
     * @param why must say nothing of the person
     * @param cause see {@link io.redress.history.RedactionRecord}
     */
    public void forgotten(String ticket, Instant at, String who, String why, String cause) {
        Said said = jdbc.sql("""
                        with said as (
                          insert into event (ticket_number, at, who, what, why) values (:ticket, :at, :who, :what, :why)
                          returning ticket_number, position, hash)
                        select position, hash, (select count(*) from event
                                                where ticket_number = :ticket and salt is null) as blanked
                        from said
                        """)
                .param("ticket", ticket)
                .param("at", utc(at))
                .param("who", who)
                .param("what", ChainCheck.FORGOTTEN)
                .param("why", why)
                .query((row, n) ->
                        new Said(ticket, row.getInt("position"), row.getBytes("hash"), cause, row.getInt("blanked")))
                .single();
        write(said);
    }

    /**
     * Takes over, once, what was forgotten before the hub proved it. Later the hub says in its log that it did so again: then
     * somebody else removed the mark that it was done.
     */
    public void adopt() {
        transaction.executeWithoutResult(status -> {
            var mark = new Said("", 0, new byte[0], "upgrade", 0);
            Optional<String> done = jdbc.sql(
                            "select proof from event_blanking where ticket_number = '' and position = 0")
                    .query(String.class)
                    .optional();
            if (done.filter(proof(mark)::equals).isPresent()) {
                return;
            }
            var old = jdbc.sql("""
                            select ticket_number, position, hash, cause, blanked
                            from event_blanking join event using (ticket_number, position) where proof is null
                            """)
                    .query((row, n) -> new Said(
                            row.getString("ticket_number"),
                            row.getInt("position"),
                            row.getBytes("hash"),
                            row.getString("cause"),
                            row.getInt("blanked")))
                    .list();
            old.forEach(this::write);
            write(mark);
            if (!old.isEmpty()) {
                LOG.warn(
                        "{} events 'forgotten' from before the upgrade were adopted unchanged; this happens once per hub",
                        old.size());
            }
        });
    }

    private void write(Said said) {
        jdbc.sql("""
                        insert into event_blanking (ticket_number, position, cause, blanked, proof) values (?, ?, ?, ?, ?)
                        on conflict (ticket_number, position) do update set proof = excluded.proof
                        """)
                .params(said.ticket(), said.position(), said.cause(), said.blanked(), proof(said))
                .update();
    }

    private String proof(Said said) {
        return proof.of(said.ticket(), said.position(), said.hash(), said.cause(), said.blanked());
    }
}
