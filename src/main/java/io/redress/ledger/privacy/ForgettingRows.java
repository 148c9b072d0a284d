package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.encryption.AesGcm;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.StoredJson;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code forgetting}. */
public final class ForgettingRows {

    private static final RowMapper<Forgetting> FORGETTINGS = RecordRows.of(Forgetting.class);

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final AesGcm encryption;

    public ForgettingRows(JdbcClient jdbc, ObjectMapper json, AesGcm encryption) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.encryption = encryption;
    }

    /**
     * How far a person is forgotten.
     *
     * @param state key of a {@link ForgettingState}
     * @param leftOver where traces were found at the end; null when nowhere, or not yet done
     */
    public record Forgetting(
            UUID id,
            String state,
            Instant requestedAt,
            String requestedBy,
            int tickets,
            int items,
            @Nullable Instant finishedAt,
            @Nullable String leftOver) {}

    /**
     * What is to be done.
     *
     * @param traces texts that must be nowhere at the end
     * @param blobs claim checks that were theirs
     */
    record Work(Set<String> tickets, Set<UUID> items, Set<String> traces, Set<String> blobs) {

        Work withBlobs(Set<String> more) {
            Set<String> all = new TreeSet<>(blobs);
            all.addAll(more);
            return new Work(tickets, items, traces, all);
        }
    }

    /** Writes down what is to be done. */
    void add(UUID id, String person, Instant at, String by, int tickets, int items, Work work) {
        jdbc.sql("""
                        insert into forgetting (id, person, requested_at, requested_by, tickets, items, state, work)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        person,
                        utc(at),
                        PostgresValues.text(by),
                        tickets,
                        items,
                        ForgettingState.BLANKING.key(),
                        sealed(work))
                .update();
    }

    void save(UUID id, Work work) {
        jdbc.sql("update forgetting set work = ? where id = ?")
                .params(sealed(work), id)
                .update();
    }

    Work work(UUID id) {
        byte[] work = jdbc.sql("select work from forgetting where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        return json.read(new String(encryption.decrypt(work), StandardCharsets.UTF_8), Work.class);
    }

    void state(UUID id, ForgettingState state) {
        jdbc.sql("update forgetting set state = ? where id = ?")
                .params(state.key(), id)
                .update();
    }

    void done(UUID id, Instant at, @Nullable String leftOver) {
        jdbc.sql("""
                        update forgetting set state = :done, work = null, finished_at = :at, left_over = :left
                        where id = :id
                        """)
                .param("done", ForgettingState.DONE.key())
                .param("at", utc(at))
                .param("left", leftOver, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** Those that are not done, the oldest first. */
    List<UUID> open() {
        return jdbc.sql("select id from forgetting where state <> ? order by requested_at")
                .param(ForgettingState.DONE.key())
                .query(UUID.class)
                .list();
    }

    public Optional<Forgetting> find(UUID id) {
        return jdbc.sql("select * from forgetting where id = ?")
                .param(id)
                .query(FORGETTINGS)
                .optional();
    }

    private byte[] sealed(Work work) {
        return encryption.encrypt(json.written(work).getBytes(StandardCharsets.UTF_8));
    }
}
