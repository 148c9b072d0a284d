package io.redress.ledger.survey;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.survey.ContactHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code survey_person} and {@code survey_opt_out}. */
public final class SqlContactHistory implements ContactHistory {

    private final JdbcClient jdbc;

    public SqlContactHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> claim(Set<String> person, Instant now, Duration gap) {
        var hashes = new TreeSet<>(person);
        hashes.forEach(this::lock); // in one order everywhere, so that two nodes never wait for each other
        Optional<Instant> last = jdbc.sql(
                        "select max(surveyed_at) as last from survey_person where hash in (:hashes) and surveyed_at > :since")
                .param("hashes", hashes)
                .param("since", utc(now.minus(gap)))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "last")))
                .single();
        if (last.isEmpty()) {
            hashes.forEach(hash -> surveyed(hash, now));
        }
        return last;
    }

    /** Until the transaction ends. A row cannot be locked before there is one. */
    private void lock(String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("survey " + hash)
                .query((row, n) -> true)
                .single();
    }

    private void surveyed(String hash, Instant now) {
        jdbc.sql("""
                insert into survey_person (hash, surveyed_at) values (?, ?)
                on conflict (hash) do update set surveyed_at = greatest(survey_person.surveyed_at, excluded.surveyed_at)
                """).params(hash, utc(now)).update();
    }

    @Override
    public boolean declined(Set<String> person) {
        return !person.isEmpty()
                && jdbc.sql("select count(*) from survey_opt_out where hash in (:hashes)")
                                .param("hashes", person)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    @Override
    public void decline(Set<String> person, Instant now) {
        for (String hash : new TreeSet<>(person)) {
            jdbc.sql("insert into survey_opt_out (hash, at) values (?, ?) on conflict do nothing")
                    .params(hash, utc(now))
                    .update();
        }
    }
}
