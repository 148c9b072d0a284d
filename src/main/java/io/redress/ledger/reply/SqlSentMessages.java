package io.redress.ledger.reply;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.due.DueOrder;
import io.redress.ledger.PostgresValues;
import io.redress.reply.SentMessage;
import io.redress.reply.outgoing.MessageWork;
import io.redress.reply.outgoing.OtherWay;
import io.redress.reply.outgoing.SentMessages;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptState;
import io.redress.ticket.KeyedEnum;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sent_message}. */
public final class SqlSentMessages implements SentMessages {

    /** No platform sends a receipt later. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int REMOVED_AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlSentMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A receipt that says something new.
     *
     * @param known whether the hub knows its message, at least until now
     * @param order by which the message was sent; null when its contents are not kept any more
     */
    public record News(boolean known, @Nullable DueOrder order) {}

    @Override
    public Optional<DeliveryReceipt> sent(DueOrder order, String channel, SentMessage message) {
        removeOld();
        String id = message.id() == null ? "work " + order.id() : message.id();
        return jdbc.sql("""
                        insert into sent_message (channel, message_id, ticket_number, work_id, state, segments, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (channel, message_id) do update
                        set ticket_number = excluded.ticket_number, work_id = excluded.work_id, segments = excluded.segments
                        returning message_id, state, code
                        """)
                .params(channel, PostgresValues.text(id), order.ticketNumber(), UUID.fromString(order.id()))
                .params(ReceiptState.SENT.key(), message.segments(), utc(clock.instant()))
                .query((row, n) -> new DeliveryReceipt(
                        row.getString("message_id"),
                        KeyedEnum.known(ReceiptState.class, row.getString("state")),
                        row.getString("code")))
                .optional()
                .filter(receipt -> receipt.state() != ReceiptState.SENT);
    }

    /** Notes a receipt; empty when an earlier one, or the same, said as much. */
    public Optional<News> received(String channel, DeliveryReceipt receipt) {
        return jdbc.sql("""
                        insert into sent_message (channel, message_id, state, code, sent_at) values (?, ?, ?, ?, ?)
                        on conflict (channel, message_id) do update set state = excluded.state, code = excluded.code
                        where array_position(?, excluded.state) > array_position(?, sent_message.state)
                        returning ticket_number, work_id
                        """)
                .params(
                        channel,
                        PostgresValues.text(receipt.messageId()),
                        receipt.state().key())
                .params(PostgresValues.textOrNull(receipt.code()), utc(clock.instant()), order(), order())
                .query((row, n) -> news(row.getString("ticket_number"), row.getString("work_id")))
                .optional();
    }

    private News news(@Nullable String ticketNumber, @Nullable String work) {
        return ticketNumber == null || work == null
                ? new News(false, null)
                : new News(true, order(ticketNumber, work).orElse(null));
    }

    private Optional<DueOrder> order(String ticketNumber, String id) {
        return jdbc.sql("select kind, argument, attempts from due_work where ticket_number = ? and id = ?")
                .params(ticketNumber, UUID.fromString(id))
                .query((row, n) -> new DueOrder(
                        id, row.getString("kind"), ticketNumber, row.getString("argument"), "", row.getInt("attempts")))
                .optional()
                .filter(order -> order.kind().equals(MessageWork.ACKNOWLEDGEMENT)
                        || !OtherWay.argument(order).isEmpty());
    }

    @Override
    public int segmentsSince(String channel, Instant since) {
        return jdbc.sql("select coalesce(sum(greatest(segments, 1)), 0) from sent_message"
                        + " where channel = ? and sent_at > ? and ticket_number is not null")
                .params(channel, utc(since))
                .query(Integer.class)
                .single();
    }

    private void removeOld() {
        jdbc.sql("delete from sent_message where (channel, message_id) in (select channel, message_id from sent_message"
                        + " where sent_at < ? order by sent_at limit ? for update skip locked)")
                .params(utc(clock.instant().minus(KEPT)), REMOVED_AT_ONCE)
                .update();
    }

    private static String[] order() {
        return KeyedEnum.keys(ReceiptState.class).toArray(String[]::new);
    }
}
