package io.redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ledger.due.DueWork;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IndicesTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    @Test
    void the_page_of_the_database_says_of_every_index_what_it_is_for() throws Exception {
        var named = Files.readAllLines(Path.of("docs/database.md")).stream()
                .takeWhile(line -> !line.equals("## The write-ahead log"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> CODE.matcher(cell).results().map((MatchResult name) -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        var there = jdbc.sql("""
                        select indexname from pg_indexes
                        where schemaname = 'public' and tablename <> 'flyway_schema_history'
                        """).query(String.class).set();
        assertThat(named).isEqualTo(new TreeSet<>(there));
    }

    @Test
    void a_claim_touches_no_index() {
        var due = new DueWork(jdbc, new SetClock(NOW));
        transaction.executeWithoutResult(status -> {
            for (int work = 0; work < 10; work++) {
                due.plan(DueWork.MESSAGE, "R-260701-000007", "message " + work, NOW, "");
            }
            assertThat(due.claimMessages(10)).hasSize(10);
            long within = jdbc.sql("select n_tup_hot_upd from pg_stat_xact_user_tables where relname = 'due_work'")
                    .query(Long.class)
                    .single();
            assertThat(within).isEqualTo(10);
            status.setRollbackOnly();
        });
    }
}
