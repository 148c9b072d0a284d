package io.redress.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SearchIndexerTest extends SearchedLedger {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @BeforeEach
    void empty() {
        jdbc.sql("truncate ticket, item, event, ticket_search, search_pending, legal_hold cascade")
                .update();
    }

    @Test
    void tickets_that_were_there_before_are_written_the_newest_first_and_once() {
        for (int i = 0; i < 1_203; i++) {
            ticket("R-2607%02d-%06d".formatted(1 + i / 100, i), JULY.plusSeconds(i), "/complaint/text", "\"lamp\"");
        }
        assertThat(indexer.run()).isEqualTo(1_000);
        assertThat(jdbc.sql("select min(ticket_number) from ticket_search")
                        .query(String.class)
                        .single())
                .isEqualTo("R-260703-000203");
        assertThat(indexer.run()).isEqualTo(203);
        assertThat(indexer.run()).isZero();
        assertThat(count("ticket_search")).isEqualTo(1_203);
        assertThat(count("search_pending")).isZero();
    }

    @Test
    void what_was_interrupted_is_written_the_next_time() {
        ticket("R-260701-000001", JULY, "/complaint/text", "\"lamp\"");
        var broken = new JdbcTemplate(database) {
            @Override
            public int[] batchUpdate(String sql, java.util.List<Object[]> rows) {
                throw new IllegalStateException("the node is killed");
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> indexer(broken).run())
                .hasMessage("the node is killed");
        assertThat(tickets("lamp")).isEmpty();
        indexer.run();
        assertThat(tickets("lamp")).containsExactly("R-260701-000001");
    }

    @Test
    void a_ticket_that_cannot_be_read_does_not_keep_the_others() {
        ticket("R-260701-000001", JULY, "/complaint/text", "\"lamp\"");
        ticket("R-260701-000002", JULY, "/triage/priority", "\"no such\"", "/complaint/text", "\"lamp\"");
        assertThat(indexer.run()).isEqualTo(2);
        assertThat(tickets("lamp")).containsExactly("R-260701-000001");
        assertThat(count("search_pending")).isZero();
    }

    @Test
    void what_a_document_no_longer_says_is_gone_in_the_same_transaction() {
        ticket("R-260701-000001", JULY, "/complaint/text", "\"lamp\"");
        indexer.run();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update ticket set document = jsonb_set(document, '{complaint,text}', '\"chair\"')")
                    .update();
            assertThat(count("ticket_search")).isZero();
        });
        assertThat(tickets("lamp")).isEmpty();
        indexer.run();
        assertThat(tickets("chair")).containsExactly("R-260701-000001");
    }

    @Test
    void a_change_of_its_status_leaves_the_words_alone() {
        ticket("R-260701-000001", JULY, "/complaint/text", "\"lamp\"");
        indexer.run();
        jdbc.sql("update ticket set status = 'closed', document = document").update();
        assertThat(count("search_pending")).isZero();
        assertThat(count("ticket_search")).isOne();
    }

    @Test
    void words_that_are_being_written_while_a_person_is_forgotten_do_not_stay() throws Exception {
        ticket("R-260701-000001", JULY, "/complaint/text", "\"secretword\"");
        var read = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = new JdbcTemplate(database) {
            @Override
            public int[] batchUpdate(String sql, java.util.List<Object[]> rows) {
                read.countDown();
                try {
                    go.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.batchUpdate(sql, rows);
            }
        };
        var writing = CompletableFuture.runAsync(() -> indexer(slow).run());
        assertThat(read.await(30, TimeUnit.SECONDS)).isTrue();
        var forgetting = CompletableFuture.runAsync(() -> jdbc.sql("""
                        update ticket set forgotten_at = now(),
                          document = jsonb_set(document, '{complaint,text}', '""')
                        """).update());
        org.awaitility.Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
        go.countDown();
        writing.get(30, TimeUnit.SECONDS);
        forgetting.get(30, TimeUnit.SECONDS);
        assertThat(count("ticket_search")).isZero();
        indexer.run();
        assertThat(count("ticket_search")).isZero();
        assertThat(tickets("secretword")).isEmpty();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
