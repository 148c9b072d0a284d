package io.redress.ledger.item;

import static io.redress.ledger.PostgresValues.array;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionPurpose;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.Items;
import io.redress.intake.recording.RecordedItem;
import io.redress.intake.recording.TicketOpening;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.StoredJson;
import io.redress.privacy.Masking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code item} and {@code source_key}. */
public final class ItemRows implements Items {

    /** Where the keys of mails are: a mail is the same in every mailbox that it reaches. No channel can have this name. */
    private static final String MAILS = "format:email";

    private static final String ENDED =
            "state not in (%s)".formatted(literals(ItemState.RECEIVED, ItemState.SET_ASIDE));

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final DataEncryption encryption;
    private final Clock clock;

    public ItemRows(JdbcClient jdbc, ObjectMapper json, DataEncryption encryption, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public Optional<RecordedItem> ended(String itemId) {
        return jdbc.sql("select channel, state, reason, ticket_number from item where id = ? and " + ENDED)
                .param(UUID.fromString(itemId))
                .query((row, n) -> ended(itemId, row))
                .optional();
    }

    @Override
    public Set<String> known(Collection<String> itemIds) {
        return Set.copyOf(jdbc.sql("select id from item where id = any(?) and " + ENDED)
                .param(itemIds.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(String.class)
                .list());
    }

    @Override
    public Set<String> claimAll(List<TicketOpening> openings) {
        // In one order for everybody, so that no two wait for each other.
        return Set.copyOf(jdbc.sql("""
                        insert into source_key (channel, key, item_id)
                        select channel, key, item_id
                        from unnest(?, ?, ?) with ordinality as claimed (channel, key, item_id, place)
                        order by channel, key, place
                        on conflict do nothing returning item_id
                        """)
                .param(array(openings, opening -> namespace(opening.raw())))
                .param(array(openings, opening -> opening.complaint().sourceKey()))
                .param(openings.stream()
                        .map(opening -> UUID.fromString(opening.raw().id()))
                        .toArray(UUID[]::new))
                .query(String.class)
                .list());
    }

    private static String namespace(RawMessage raw) {
        return raw.format().equals("email") ? MAILS : raw.channel();
    }

    @Override
    public Optional<First> claim(RawMessage raw, String key) {
        UUID id = UUID.fromString(raw.id());
        String namespace = namespace(raw);
        int claimed = jdbc.sql("insert into source_key (channel, key, item_id) values (?, ?, ?) on conflict do nothing")
                .params(namespace, key, id)
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select item_id, coalesce(item.channel, ?) as channel, ticket_number as ticket
                        from source_key left join item on item.id = item_id
                        where source_key.channel = ? and key = ? and item_id <> ?
                        """)
                .params(raw.channel(), namespace, key, id)
                .query(First.class)
                .optional();
    }

    @Override
    public Optional<First> ended(RawMessage raw, String key, ItemState state) {
        return jdbc.sql("""
                        select id as item_id, channel, ticket_number as ticket from item
                        where source_key = ? and state = ? and format = ? and (format = 'email' or channel = ?) and id <> ?
                        order by received_at fetch first row only
                        """)
                .params(key, state.key(), raw.format(), raw.channel(), UUID.fromString(raw.id()))
                .query(First.class)
                .optional();
    }

    @Override
    public RecordedItem end(
            RawMessage raw, @Nullable String key, ItemState state, String reason, @Nullable String number) {
        var batch = new SqlBatch(jdbc);
        put(batch, raw, key, state, reason, number);
        batch.send();
        return RecordedItem.withoutTicket(raw.id(), raw.channel(), state, reason, number);
    }

    /** Writes an item's state, over an earlier one if there was any; one that was set aside has its original only now. */
    public void put(
            SqlBatch batch,
            RawMessage raw,
            @Nullable String key,
            ItemState state,
            String reason,
            @Nullable String number) {
        batch.add(
                """
                insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                  attributes, original, original_ref, original_size, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                on conflict (id) do update
                set source_key = excluded.source_key, state = excluded.state, reason = excluded.reason,
                    ticket_number = excluded.ticket_number, updated_at = excluded.updated_at,
                    original = case when item.state = %1$s then excluded.original else item.original end,
                    original_ref = case when item.state = %1$s then excluded.original_ref else item.original_ref end,
                    original_size = case when item.state = %1$s then excluded.original_size else item.original_size end
                """.formatted(literals(ItemState.SET_ASIDE)),
                UUID.fromString(raw.id()),
                raw.number(),
                raw.channel(),
                raw.format(),
                utc(raw.receivedAt()),
                key,
                state.key(),
                PostgresValues.text(Masking.all().mask(reason)),
                number,
                json.written(raw.attributes()),
                encryption.encryptOrNull(
                        EncryptionPurpose.ORIGINAL, raw.id(), raw.original().inline()),
                raw.original().ref(),
                raw.original().size(),
                utc(clock.instant()));
    }

    private static RecordedItem ended(String itemId, ResultSet row) throws SQLException {
        return RecordedItem.withoutTicket(
                itemId,
                row.getString("channel"),
                state(row.getString("state")),
                row.getString("reason"),
                row.getString("ticket_number"));
    }

    static ItemState state(String key) {
        return ItemState.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
