package io.redress.ledger.ticket;

import io.redress.handoff.NumberBlockAllocator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deals number blocks from a database sequence, which all nodes share. */
public final class SqlNumberBlockAllocator implements NumberBlockAllocator {

    private final JdbcClient jdbc;

    /**
     * @param fingerprint of the key that enciphers the counters
     * @throws IllegalStateException when other nodes use another key: their numbers could collide with ours
     */
    public SqlNumberBlockAllocator(JdbcClient jdbc, String fingerprint) {
        this.jdbc = jdbc;
        jdbc.sql("insert into hub_key (purpose, fingerprint) values ('ticket-number', ?) on conflict do nothing")
                .param(fingerprint)
                .update();
        String known = jdbc.sql("select fingerprint from hub_key where purpose = 'ticket-number'")
                .query(String.class)
                .single();
        if (!known.equals(fingerprint)) {
            throw new IllegalStateException("this hub's key file is not the one that this database was used with; "
                    + "copy the key file (redress.key-file) from the first node, or from the backup");
        }
    }

    /** How many blocks all nodes together have been dealt. */
    public static long dealt(JdbcClient jdbc) {
        return jdbc.sql("select case when is_called then last_value else 0 end from ticket_number_block")
                .query(Long.class)
                .single();
    }

    @Override
    public long next() {
        return jdbc.sql("select nextval('ticket_number_block') - 1")
                .query(Long.class)
                .single();
    }
}
