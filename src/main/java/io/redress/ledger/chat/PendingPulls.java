package io.redress.ledger.chat;

import static io.redress.ledger.PostgresValues.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations of whose customers more messages may lie with the platform, because a pull is wanted, running, failed or has more pages. */
final class PendingPulls {

    private final JdbcClient jdbc;
    private final ConversationLimits limits;

    PendingPulls(JdbcClient jdbc, ConversationLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /**
     * Puts off the end of conversations whose account's messages are not all fetched up to it, by the time that fetched ones
     * may spend in the intake. An account whose customers write without a pause holds nothing: that it was asked is enough.
     *
     * @param up since when this node is up
     */
    void await(Instant now, Instant up) {
        jdbc.sql("""
                with waiting as (
                  select c.id from conversation c
                  where c.handed_off_at is null and c.sealed_at is null and c.due_at <= :now and c.messages < :most
                    and greatest(c.opened_at, :up) + :quietTimes * c.quiet_time > :now
                    and exists (
                      select from chat_pull p
                      where p.channel = c.channel and (p.account = '' or starts_with(c.key, p.account || '/'))
                        and (p.open or p.leased_until is not null or p.wanted_at > coalesce(p.pulled_at, '-infinity'))
                        and coalesce(p.pulled_at, '-infinity') < c.due_at - least(c.quiet_time / 4, interval '10 seconds'))
                  for update of c skip locked)
                update conversation as c set due_at = :now + least(c.quiet_time / 4, interval '10 seconds')
                from waiting where c.id = waiting.id
                """)
                .param("now", utc(now))
                .param("most", limits.messages())
                .param("up", utc(up))
                .param("quietTimes", limits.quietTimes())
                .update();
    }
}
