package io.redress.ledger.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.permission.TicketScope;
import io.redress.settings.ticket.SearchSettings;
import io.redress.testing.OwnDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketListTest extends OwnDatabase {

    private static final TicketSearch ALL = new TicketSearch(
            null, null, null, null, null, null, null, null, List.of(), null, null, null, TicketScope.ALL);

    private final TicketList list = new TicketList(database, transaction, new SearchSettings(Duration.ofSeconds(1)));

    @Test
    void a_search_that_takes_longer_than_it_may_is_given_up() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table ticket in access exclusive mode").update();
            assertThatThrownBy(() -> elsewhere(() -> list.find(ALL, null, 10)))
                    .isInstanceOf(TicketList.TookTooLong.class)
                    .hasMessageContaining("longer than 1 seconds");
            assertThatThrownBy(() -> elsewhere(() -> list.each(ALL, ticket -> {})))
                    .isInstanceOf(TicketList.TookTooLong.class);
        });
    }

    @Test
    void a_phone_is_looked_up_in_its_index() {
        String plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            List<String> lines = new ArrayList<>();
            jdbc.sql("explain select number from ticket where ticket_keys(document) @> array['phone:+8613800138000']")
                    .query(String.class)
                    .list()
                    .forEach(lines::add);
            return String.join("\n", lines);
        });
        assertThat(plan).contains("ticket_by_key");
    }

    @Test
    void a_document_without_customer_or_product_has_no_keys() {
        for (String document :
                List.of("{}", "{\"customer\": null}", "{\"customer\": {\"phones\": null}, \"product\": 1}")) {
            assertThat(jdbc.sql("select cardinality(ticket_keys(?::jsonb))")
                            .param(document)
                            .query(Integer.class)
                            .single())
                    .as(document)
                    .isZero();
        }
    }

    /** On a connection of its own. */
    private static void elsewhere(Runnable work) {
        var failure = new ArrayList<RuntimeException>();
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.add(e);
            }
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        failure.forEach(error -> {
            throw error;
        });
    }
}
