package io.redress.ledger.key;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.texts;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeyStore;
import io.redress.permission.TicketScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code api_key}. */
public final class SqlApiKeys implements ApiKeyStore {

    private static final String COLUMNS =
            "name, hash, scopes, teams, categories, expires_at, made_at, made_by, used_at, withdrawn_at, withdrawn_by,"
                    + " withdrawn_reason";

    private final JdbcClient jdbc;

    public SqlApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stored> all() {
        return jdbc.sql("select " + COLUMNS + " from api_key order by name, made_at desc")
                .query((row, n) -> stored(row))
                .list();
    }

    @Override
    public List<ApiKey> inUse() {
        return jdbc.sql("select " + COLUMNS + " from api_key where withdrawn_at is null order by name")
                .query((row, n) -> new ApiKey(
                        row.getString("name"),
                        row.getBytes("hash"),
                        list(row, "scopes"),
                        tickets(row),
                        instantOrNull(row, "expires_at"),
                        instant(row, "made_at")))
                .list();
    }

    @Override
    public boolean add(ApiKey key, String by) {
        return jdbc.sql("""
                        insert into api_key (hash, name, scopes, teams, categories, expires_at, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (name) where withdrawn_at is null do nothing
                        """)
                        .params(
                                key.hash(),
                                key.name(),
                                texts(key.scopes()),
                                texts(key.tickets().teams()),
                                texts(key.tickets().categories()),
                                utcOrNull(key.expires()),
                                utc(Objects.requireNonNull(key.made())),
                                by)
                        .update()
                == 1;
    }

    @Override
    public Optional<Stored> withdraw(String name, Instant at, String by, @Nullable String reason) {
        return jdbc.sql("update api_key set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?"
                        + " where name = ? and withdrawn_at is null returning " + COLUMNS)
                .params(Arrays.asList(utc(at), by, reason, name))
                .query((row, n) -> stored(row))
                .optional();
    }

    @Override
    public void used(String name, Instant at) {
        jdbc.sql("update api_key set used_at = :at where name = :name and withdrawn_at is null"
                        + " and (used_at is null or used_at < cast(:at as timestamptz) - interval '1 minute')")
                .param("at", utc(at))
                .param("name", name)
                .update();
    }

    @Override
    public void usedOfFile(String name, Instant at) {
        jdbc.sql("insert into api_key_file_use as known (name, used_at) values (:name, :at)"
                        + " on conflict (name) do update set used_at = excluded.used_at"
                        + " where known.used_at < excluded.used_at - interval '1 minute'")
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    @Override
    public Map<String, Instant> usesOfFile() {
        Map<String, Instant> uses = new HashMap<>();
        jdbc.sql("select name, used_at from api_key_file_use").query(row -> {
            uses.put(row.getString("name"), instant(row, "used_at"));
        });
        return uses;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("name"),
                list(row, "scopes"),
                tickets(row),
                instantOrNull(row, "expires_at"),
                instant(row, "made_at"),
                row.getString("made_by"),
                instantOrNull(row, "used_at"),
                instantOrNull(row, "withdrawn_at"),
                row.getString("withdrawn_by"),
                row.getString("withdrawn_reason"));
    }

    private static TicketScope tickets(ResultSet row) throws SQLException {
        return new TicketScope(Set.copyOf(list(row, "teams")), Set.copyOf(list(row, "categories")));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
