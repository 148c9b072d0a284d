package io.redress.ledger.news;

import static io.redress.ledger.PostgresValues.literals;

import io.redress.delivery.DeliveryState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For which ticket a system's record was made, by what its delivery wrote down. The field of the record that holds our number
 * can be edited there, so that it proves nothing.
 */
record RecordOwners(JdbcClient jdbc) {

    /** What a record is to the ticket that it names. */
    enum Owner {
        /** The delivery of that ticket made it, or found it. */
        THE_TICKET,
        /** A delivery of that ticket is under way, and may have made it: it is known when that has ended. */
        NOT_KNOWN_YET,
        /** It is another ticket's, or no delivery's at all. */
        ANOTHER
    }

    Owner of(String source, String record, String ticket) {
        return jdbc.sql("""
                        select case
                          when exists (select 1 from delivery_record
                                       where target = :target and record_id = :record and ticket_number = :ticket)
                            then 'THE_TICKET'
                          when exists (select 1 from delivery_record
                                       where target = :target and (record_id = :record or ticket_number = :ticket))
                            then 'ANOTHER'
                          when exists (select 1 from delivery where target = :target and ticket_number = :ticket
                                         and kind = 'ticket' and state = %s and attempts > 0)
                            then 'NOT_KNOWN_YET'
                          else 'ANOTHER' end
                        """.formatted(literals(DeliveryState.WAITING)))
                .param("target", source)
                .param("record", record)
                .param("ticket", ticket)
                .query((row, n) -> Owner.valueOf(row.getString(1)))
                .single();
    }
}
