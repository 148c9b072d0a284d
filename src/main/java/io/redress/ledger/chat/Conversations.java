package io.redress.ledger.chat;

import static io.redress.ledger.PostgresValues.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.redress.channel.chat.ChatTranscript;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionPurpose;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.recording.ChatCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The Aggregator of chat messages, in rows: messages of one customer become one complaint when the customer has been quiet
 * for the channel's quiet time, has written for many quiet times on end, or has written many messages.
 *
 * <p>Quiet is counted by our clock, from when a message was collected; the platform's time only orders the messages. A
 * conversation that was claimed and not marked as handed off in time is claimed again, under the same id and with the same
 * messages, so that a crash in between does no harm.
 *
 * <p>That the hub was down, or that a platform could not be asked, is not the customer's silence: a node ends no conversation
 * before it has itself been up for the quiet time, in which platforms deliver what they could not, and while messages of the
 * customer's account are still to be fetched, a conversation goes on, though not for more than so many quiet times.
 */
public final class Conversations implements ChatCollector {

    private final JdbcClient jdbc;
    private final ConversationLimits limits;
    private final PendingPulls pulls;
    private final DataEncryption encryption;
    private final Clock clock;
    /** The first look for conversations that are over: all routes run. */
    private final AtomicReference<Instant> upSince = new AtomicReference<>();

    public Conversations(JdbcClient jdbc, ConversationLimits limits, DataEncryption encryption, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.pulls = new PendingPulls(jdbc, limits);
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * Adds a message to the open conversation of its customer, or opens one. Idempotent on the item, and on the channel's
     * key of the message. To be called in a transaction: the row of the conversation is locked from the first statement
     * to the last, so that nobody can seal it in between.
     */
    @Override
    public void collect(String itemId, String channel, ChatMessage message) {
        Instant now = clock.instant();
        UUID conversation = jdbc.sql("""
                insert into conversation (id, channel, key, opened_at, due_at, quiet_time)
                values (?, ?, ?, ?, ?, ? * interval '1 millisecond')
                on conflict (channel, key) where sealed_at is null do update set key = excluded.key
                returning id
                """)
                .params(UuidCreator.getTimeOrderedEpoch(), channel, message.conversation(), utc(now))
                .params(utc(now.plus(message.quietTime())), message.quietTime().toMillis())
                .query(UUID.class)
                .single();
        int added = jdbc.sql("""
                insert into conversation_message (item_id, conversation_id, channel, source_key, sent_at, message)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(UUID.fromString(itemId), conversation, channel, message.sourceKey())
                .params(
                        utc(message.sentAt()),
                        encryption.encrypt(EncryptionPurpose.CHAT_MESSAGE, itemId, ChatTranscript.write(message)))
                .update();
        if (added == 0) {
            jdbc.sql("delete from conversation where id = ? and messages = 0")
                    .param(conversation)
                    .update();
        } else {
            waitOn(conversation, now, message.quietTime());
        }
    }

    private void waitOn(UUID conversation, Instant now, Duration quietTime) {
        jdbc.sql("""
                update conversation
                set messages = messages + 1, quiet_time = :quietTime * interval '1 millisecond', held_since = null,
                    due_at = case when messages + 1 >= :most then :now
                                  else least(:quiet, greatest(opened_at, :up) + :longest * interval '1 millisecond') end
                where id = :id
                """)
                .param("quietTime", quietTime.toMillis())
                .param("most", limits.messages())
                .param("now", utc(now))
                .param("quiet", utc(now.plus(quietTime)))
                .param("up", utc(Objects.requireNonNullElse(upSince.get(), now)))
                .param("longest", quietTime.multipliedBy(limits.quietTimes()).toMillis())
                .param("id", conversation)
                .update();
    }

    /** Claims up to {@code limit} conversations that are over, for the time of the lease; on many nodes, each once. */
    public List<QuietConversation> claimQuiet(int limit) {
        Instant now = clock.instant();
        Instant up = upSince.updateAndGet(first -> Objects.requireNonNullElse(first, now));
        pulls.await(now, up);
        return jdbc.sql("""
                with quiet as (
                  select id from conversation
                  where handed_off_at is null and due_at <= :now and (leased_until is null or leased_until <= :now)
                    and (sealed_at is not null or messages >= :most or :up + quiet_time <= :now)
                  order by due_at fetch first :limit rows only for update skip locked)
                update conversation as c set sealed_at = coalesce(c.sealed_at, :now), leased_until = :lease
                from quiet where c.id = quiet.id
                returning c.id, c.channel
                """)
                .param("now", utc(now))
                .param("most", limits.messages())
                .param("up", utc(up))
                .param("limit", limit)
                .param("lease", utc(now.plus(limits.lease())))
                .query((row, n) -> new QuietConversation(row.getString("id"), row.getString("channel")))
                .list();
    }

    /** The messages of a claimed conversation as JSON, the original of the item that it becomes. */
    public byte[] transcript(String conversationId) {
        List<byte[]> stored = jdbc.sql("""
                select item_id, message from conversation_message
                where conversation_id = ? and message is not null order by sent_at, item_id
                """)
                .param(UUID.fromString(conversationId))
                .query((row, n) -> encryption.decrypt(
                        EncryptionPurpose.CHAT_MESSAGE, row.getString("item_id"), row.getBytes("message")))
                .list();
        var messages = new ArrayList<ChatMessage>();
        try {
            for (byte[] message : stored) {
                messages.add(ChatTranscript.message(message));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a message of conversation " + conversationId + " was changed in its row", e);
        }
        return ChatTranscript.of(messages).toJson();
    }

    /** Notes that a conversation is in the queue for good; it will not be claimed again. */
    public void handedOff(String conversationId) {
        jdbc.sql("update conversation set handed_off_at = ? where id = ?")
                .params(utc(clock.instant()), UUID.fromString(conversationId))
                .update();
    }

    /** Notes the ticket of a conversation, with the items that were its messages, in the ticket's transaction. */
    @Override
    public void ticketed(String conversationId, String ticketNumber) {
        UUID id = UUID.fromString(conversationId);
        jdbc.sql("""
                update item set state = ?, ticket_number = ?, reason = ?, updated_at = ?
                where id in (select item_id from conversation_message where conversation_id = ?) and state = ?
                """)
                .params(ItemState.AGGREGATED.key(), ticketNumber)
                .params("became part of ticket " + ticketNumber + " with its conversation " + conversationId)
                .params(utc(clock.instant()), id, ItemState.COLLECTING.key())
                .update();
        jdbc.sql("update conversation set ticket_number = ? where id = ?")
                .params(ticketNumber, id)
                .update();
        jdbc.sql("update conversation_message set message = null where conversation_id = ?")
                .param(id)
                .update();
    }
}
