package io.redress.ledger.history;

import io.redress.history.HistoryHead;
import io.redress.history.HistoryHeadKey;
import io.redress.history.HistoryHeads;
import io.redress.history.SignedHead;
import io.redress.ledger.RecordRows;
import io.redress.ledger.audit.AuditVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The tables {@code history_head} and {@code history_leaf}. */
public final class SqlHistoryHeads implements HistoryHeads {

    private static final int AT_ONCE = 5_000;

    private static final RowMapper<SignedHead> HEADS = RecordRows.of(SignedHead.class);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final HistoryHeadKey key;
    private final Clock clock;

    public SqlHistoryHeads(TransactionOperations transaction, DataSource database, HistoryHeadKey key, Clock clock) {
        this.transaction = transaction;
        this.jdbc = inParts(database);
        this.key = key;
        this.clock = clock;
    }

    /** Rows come in parts: all at once they may be too many for the memory. */
    static JdbcClient inParts(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        return JdbcClient.create(template);
    }

    @Override
    public Optional<SignedHead> make(LocalDate day) {
        return Optional.ofNullable(transaction.execute(status -> made(day)));
    }

    private @Nullable SignedHead made(LocalDate day) {
        SignedHead last = newest(null, 1).stream().findFirst().orElse(null);
        if (last != null && !last.day().isBefore(day)) {
            return null;
        }
        // The row comes first, since the leaves refer to it: another node that makes the same head waits here, and
        // fails.
        jdbc.sql("insert into history_head (day, text, signature) values (?, '', '')")
                .param(day)
                .update();
        int histories = jdbc.sql("""
                        insert into history_leaf (day, ticket_number, position, hash)
                        select ?, number, now.position, now.hash
                        from ticket
                        cross join lateral (select position, hash from event where ticket_number = number
                                            order by position desc limit 1) now
                        left join lateral (select position from history_leaf where ticket_number = number
                                           order by day desc limit 1) sealed on true
                        where sealed.position is distinct from now.position
                        """).param(day).update();
        histories += jdbc.sql("""
                        insert into history_leaf (day, ticket_number, position, hash)
                        select ?, ?, position, hash from audit_chain
                        where position > coalesce((select max(position) from history_leaf where ticket_number = ?), -1)
                        """)
                .params(day, AuditVerification.LEAF, AuditVerification.LEAF)
                .update();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String previous = last == null ? HistoryHead.NONE : HistoryHead.nameOf(last.text());
        HistoryHead head = new HistoryHead(day, now, previous, histories, leafHash(day), key.fingerprint());
        byte[] signature = key.sign(head.text());
        jdbc.sql("update history_head set text = ?, signature = ? where day = ?")
                .params(head.text(), signature, day)
                .update();
        return new SignedHead(day, head.text(), signature);
    }

    /** From the newest, before a day if one is given. */
    public List<SignedHead> newest(@Nullable LocalDate before, int most) {
        return jdbc.sql("""
                        select day, text, signature from history_head
                        where cast(:before as date) is null or day < :before order by day desc limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(HEADS)
                .list();
    }

    /** The head of a day, if there is one. */
    public Optional<SignedHead> of(LocalDate day) {
        return jdbc.sql("select day, text, signature from history_head where day = ?")
                .param(day)
                .query(HEADS)
                .optional();
    }

    /** SHA-256 of the lines of a head's leaves as they are. */
    String leafHash(LocalDate day) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        leafLines(day, line -> digest.update(line.getBytes(StandardCharsets.US_ASCII)));
        return Hex.encodeHexString(digest.digest());
    }

    @Override
    public void leaves(LocalDate day, Appendable out) throws IOException {
        try {
            leafLines(day, line -> {
                try {
                    out.append(line);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Rows come in parts within a transaction only. */
    private void leafLines(LocalDate day, Consumer<String> lines) {
        transaction.executeWithoutResult(status -> {
            try (Stream<String> all = jdbc
                    .sql("""
                            select ticket_number, position, hash from history_leaf where day = ?
                            order by ticket_number collate "C"
                            """)
                    .param(day)
                    .query((row, n) -> HistoryHead.leaf(
                            row.getString("ticket_number"), row.getLong("position"), row.getBytes("hash")))
                    .stream()) {
                all.forEach(lines);
            }
        });
    }
}
