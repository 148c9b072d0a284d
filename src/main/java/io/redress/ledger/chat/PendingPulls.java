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
     * Puts off the end of conversations until all is fetched that their account had when they were due, and by the time that
     * fetched messages may spend in the intake after that. An account whose customers write without a pause holds nothing for
     * longer. A platform that cannot be asked holds a conversation up to a limit, which is longer than the lease of a pull
     * whose node died.
     *
     * @param up since when this node is up
     */
    void await(Instant now, Instant up) {
        jdbc.sql("""
                with waiting as (
                  select c.id from conversation c
                  where c.handed_off_at is null and c.sealed_at is null and c.due_at <= :now and c.messages < :most
                    and greatest(c.opened_at, :up) + greatest(:quietTimes * c.quiet_time, interval '5 minutes') > :now
                    and exists (
                      select from chat_pull p
                      where p.channel = c.channel and (p.account = '' or starts_with(c.key, p.account || '/'))
                        and (p.open or p.leased_until is not null or p.wanted_at > coalesce(p.pulled_at, '-infinity'))
                        and coalesce(p.pulled_at, '-infinity') < coalesce(c.held_since, c.due_at))
                  for update of c skip locked)
                update conversation as c
                set due_at = :now + least(c.quiet_time, interval '15 seconds'), held_since = coalesce(c.held_since, c.due_at)
                from waiting where c.id = waiting.id
                """)
                .param("now", utc(now))
                .param("most", limits.messages())
                .param("up", utc(up))
                .param("quietTimes", limits.quietTimes())
                .update();
    }
}
