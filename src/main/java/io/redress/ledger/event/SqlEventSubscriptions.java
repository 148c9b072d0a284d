package io.redress.ledger.event;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.texts;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.encryption.AesGcm;
import io.redress.event.EventSubscription;
import io.redress.event.EventSubscriptions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code event_subscription}; its secrets are encrypted by the hub's own key, which all nodes have. */
public final class SqlEventSubscriptions implements EventSubscriptions {

    private static final String COLUMNS =
            "name, url, types, categories, made_at, made_by, old_secret_until, disabled_at, disabled_why";

    private final JdbcClient jdbc;
    private final AesGcm encryption;
    private final SubscribedTypes subscribed;

    public SqlEventSubscriptions(JdbcClient jdbc, AesGcm encryption, SubscribedTypes subscribed) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.subscribed = subscribed;
    }

    @Override
    public List<EventSubscription> all() {
        return jdbc.sql("select " + COLUMNS + " from event_subscription order by name")
                .query(SqlEventSubscriptions::subscription)
                .list();
    }

    @Override
    public Optional<EventSubscription> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from event_subscription where name = ?")
                .param(name)
                .query(SqlEventSubscriptions::subscription)
                .optional();
    }

    @Override
    public boolean add(EventSubscription subscription, String secret) {
        return changed(jdbc.sql("""
                        insert into event_subscription (id, name, url, types, categories, secret, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing
                        """)
                .params(
                        UUID.randomUUID(),
                        subscription.name(),
                        subscription.url(),
                        texts(subscription.types()),
                        texts(subscription.categories()),
                        encryption.encrypt(secret.getBytes(StandardCharsets.UTF_8)),
                        utc(subscription.made()),
                        subscription.madeBy())
                .update());
    }

    @Override
    public boolean rotate(String name, String secret, Instant oldUntil) {
        return changed(jdbc.sql(
                        "update event_subscription set old_secret = secret, old_secret_until = ?, secret = ? where name = ?")
                .params(utc(oldUntil), encryption.encrypt(secret.getBytes(StandardCharsets.UTF_8)), name)
                .update());
    }

    @Override
    public boolean disable(String name, Instant at, @Nullable String why) {
        return changed(jdbc.sql("update event_subscription set disabled_at = ?, disabled_why = ?"
                        + " where name = ? and disabled_at is null")
                .params(Arrays.asList(utc(at), why, name))
                .update());
    }

    @Override
    public boolean enable(String name) {
        return changed(jdbc.sql("update event_subscription set disabled_at = null, disabled_why = null where name = ?")
                .param(name)
                .update());
    }

    @Override
    public boolean remove(String name) {
        return changed(jdbc.sql("delete from event_subscription where name = ?")
                .param(name)
                .update());
    }

    private boolean changed(int rows) {
        subscribed.look();
        return rows > 0;
    }

    private static EventSubscription subscription(ResultSet row, int n) throws SQLException {
        return new EventSubscription(
                row.getString("name"),
                row.getString("url"),
                list(row, "types"),
                list(row, "categories"),
                instant(row, "made_at"),
                row.getString("made_by"),
                instantOrNull(row, "old_secret_until"),
                instantOrNull(row, "disabled_at"),
                row.getString("disabled_why"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
