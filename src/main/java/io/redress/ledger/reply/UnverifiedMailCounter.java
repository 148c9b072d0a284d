package io.redress.ledger.reply;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.due.DueOrder;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailLimits;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.MailboxName;
import io.redress.reply.outgoing.UnprovedSenderLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the mails that senders cause whom nothing proved, for all nodes, in the table {@code unproved_mail}. One statement
 * counts and adds; nodes that do so in the same moment may exceed a limit by one mail each.
 */
public final class UnverifiedMailCounter implements UnprovedSenderLimit {

    private static final Logger LOG = LoggerFactory.getLogger(UnverifiedMailCounter.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final MailLimits limits;
    private final UnaryOperator<String> marks;
    private final MailLimitListener listener;
    private final Clock clock;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param marks makes of a value what can be counted by and not be read */
    public UnverifiedMailCounter(
            JdbcClient jdbc, MailLimits limits, UnaryOperator<String> marks, MailLimitListener listener, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.marks = marks;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Optional<Limit> admit(DueOrder order, String recipient, @Nullable String source) {
        MailboxName name = MailboxName.of(recipient);
        Instant now = clock.instant();
        Optional<Limit> reached = jdbc.sql("""
                        with counted as (select case
                            when exists (select 1 from unproved_mail where id = :id) then 'KNOWN'
                            when (select count(*) from unproved_mail where recipient = :recipient and at > :hour)
                                 >= :recipientHour then 'RECIPIENT'
                            when (select count(*) from unproved_mail where recipient = :recipient and at > :day)
                                 >= :recipientDay then 'RECIPIENT'
                            when (select count(*) from unproved_mail where source = :source::text and at > :hour)
                                 >= :sourceHour then 'SOURCE'
                            when (select count(*) from unproved_mail where source = :source::text and at > :day)
                                 >= :sourceDay then 'SOURCE'
                            when (select count(*) from unproved_mail where domain = :domain and at > :day)
                                 >= :domainDay then 'DOMAIN'
                            when (select count(*) from unproved_mail where at > :day) >= :total then 'TOTAL'
                          end as reached),
                        added as (
                          insert into unproved_mail (id, at, recipient, domain, source)
                          select :id, :now, :recipient, :domain, :source::text from counted where reached is null
                          on conflict do nothing)
                        select coalesce(reached, 'KNOWN') from counted
                        """)
                .param("id", UUID.fromString(order.id()))
                .param("now", utc(now))
                .param("hour", utc(now.minus(HOUR)))
                .param("day", utc(now.minus(DAY)))
                .param("recipient", marks.apply(name.mailbox()))
                .param("domain", marks.apply(name.domain()))
                .param("source", source)
                .param("recipientHour", limits.recipientPerHour())
                .param("recipientDay", limits.recipientPerDay())
                .param("sourceHour", limits.sourcePerHour())
                .param("sourceDay", limits.sourcePerDay())
                .param("domainDay", limits.perDayTo(name.domain()))
                .param("total", limits.perDay())
                .query(String.class)
                .optional()
                .filter(word -> !word.equals("KNOWN"))
                .map(Limit::valueOf);
        reached.ifPresent(listener::heldBack);
        watch(reached);
        return reached;
    }

    @Override
    public boolean isLimited() {
        return limits.limited();
    }

    /** Whether no more such mails go out, to anybody, before some of the last day's are older. */
    public boolean isUsedUp() {
        return limits.limited()
                && jdbc.sql("select count(*) from unproved_mail where at > ?")
                                .param(utc(clock.instant().minus(DAY)))
                                .query(Integer.class)
                                .single()
                        >= limits.perDay();
    }

    /** How many such mails a day may see. */
    public int perDay() {
        return limits.perDay();
    }

    /** Forgets what no limit counts any more. */
    public int forgetOld() {
        return jdbc.sql("delete from unproved_mail where at < ?")
                .param(utc(clock.instant().minus(DAY.multipliedBy(2))))
                .update();
    }

    private void watch(Optional<Limit> reached) {
        if (reached.isEmpty()) {
            warned.set(false);
        } else if (reached.get() == Limit.TOTAL && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{} mails of the last day were caused by senders whom nothing proves: no more of them go out before"
                            + " some are older than a day. If these are customers, raise"
                            + " redress.mail.unproved.per-day",
                    limits.perDay());
        }
    }
}
