package io.redress.lifecycle.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketUpdatesTest extends UpdateMemory {

    @Test
    void an_update_that_applies_changes_the_status_and_whoever_listens_hears_of_it() {
        TicketLifecycle.Result result = updates.apply(update("1", UpdateKind.ACCEPTED));

        assertThat(result).isEqualTo(new TicketLifecycle.Result(Outcome.APPLIED, TicketStatus.ASSIGNED, null));
        assertThat(history).containsExactly("accepted by crm: null");
        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo(TicketStatus.RECEIVED);
            assertThat(change.to()).isEqualTo(TicketStatus.ASSIGNED);
            assertThat(change.round()).isEqualTo(1);
        });
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void the_same_id_again_changes_nothing() {
        updates.apply(update("1", UpdateKind.ACCEPTED));

        assertThat(updates.apply(update("1", UpdateKind.SOLVED)).outcome()).isEqualTo(Outcome.REPEATED);

        assertThat(statuses.current.status()).isEqualTo(TicketStatus.ASSIGNED);
        assertThat(history).hasSize(1);
    }

    @Test
    void an_update_of_no_ticket_of_ours_is_unknown() {
        var other = TicketUpdate.of("1", "R-260701-AAAAAA", UpdateKind.NOTE, null, "crm", null);

        assertThat(updates.apply(other))
                .isEqualTo(
                        new TicketLifecycle.Result(Outcome.UNKNOWN, null, "no ticket has the number R-260701-AAAAAA"));
    }

    @Test
    void an_update_that_something_newer_overtook_is_written_down_and_changes_nothing() {
        clock.pass(Duration.ofHours(1));
        updates.apply(update("1", UpdateKind.SOLVED));
        heard.clear();

        var late = TicketUpdate.of("2", TICKET, UpdateKind.IN_PROGRESS, OPENED.plusSeconds(60), "crm", null);

        assertThat(updates.apply(late).outcome()).isEqualTo(Outcome.LATE);
        assertThat(history).last().isEqualTo("in-progress (late) by crm: since then it became solved");
        assertThat(statuses.notApplied).containsExactly("2 LATE");
        assertThat(heard).isEmpty();
    }

    @Test
    void an_update_that_does_not_fit_the_status_is_refused_in_the_history() {
        assertThat(updates.apply(update("1", UpdateKind.REOPENED)).outcome()).isEqualTo(Outcome.REFUSED);

        assertThat(history).containsExactly("reopened (refused) by crm: it is received");
        assertThat(statuses.notApplied).containsExactly("1 REFUSED");
    }

    @ParameterizedTest
    @CsvSource({"0001-01-02T00:00:00Z, 0", "2026-07-01T08:05:00Z, 5", "2027-01-01T00:00:00Z, 10"})
    void nothing_happened_before_the_ticket_was_there_or_will_have_happened(Instant told, long minutes) {
        clock.pass(Duration.ofMinutes(10));

        updates.apply(TicketUpdate.of("1", TICKET, UpdateKind.ANSWERED, told, "crm", null));

        assertThat(clocks.ended).containsExactly("first-response " + OPENED.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void reopened_is_the_next_round() {
        updates.apply(update("1", UpdateKind.SOLVED));
        updates.apply(update("2", UpdateKind.REOPENED));

        assertThat(heard).last().satisfies(change -> assertThat(change.round()).isEqualTo(2));
    }

    @Test
    void a_note_leaves_the_status_and_nobody_hears_of_a_change() {
        assertThat(updates.apply(update("1", UpdateKind.NOTE)).status()).isEqualTo(TicketStatus.RECEIVED);
        assertThat(heard).isEmpty();
    }

    @Test
    void the_customer_hears_of_the_kinds_that_are_told_without_foreign_links() {
        updates.apply(saying(UpdateKind.SOLVED, "new door, see https://evil.example/x"));

        assertThat(written)
                .singleElement()
                .asString()
                .startsWith("update: new door, see")
                .doesNotContain("evil");
        assertThat(history)
                .singleElement()
                .asString()
                .contains("https://evil.example/x")
                .endsWith("links to other hosts were removed from what the customer reads");
    }

    @Test
    void another_category_brings_its_owner_and_its_queue_hears_of_the_ticket() {
        updates.apply(reclassified("logistics", null, null));

        assertThat(statuses.current.category()).isEqualTo("logistics");
        assertThat(statuses.current.owner()).isEqualTo("owner of logistics");
        assertThat(told).containsExactly("complaints.logistics");
    }

    @Test
    void an_owner_that_is_named_stays_when_the_category_changes() {
        updates.apply(reclassified("logistics", null, "wang"));

        assertThat(statuses.current.owner()).isEqualTo("wang");
    }

    @Test
    void a_higher_priority_is_raised_and_the_category_s_queue_hears_nothing() {
        updates.apply(reclassified(null, "major", null));

        assertThat(statuses.current.priority()).isEqualTo(Priority.MAJOR);
        assertThat(told).containsExactly("escalations");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "- | - | it names neither a category nor a priority",
                "nonsense | - | there is no category 'nonsense' in config/categories.yaml",
                "- | high | 'high' is not a priority: normal, urgent or major"
            })
    void a_reclassification_to_what_there_is_not_is_refused(String category, String priority, String reason) {
        assertThat(updates.apply(reclassified(category, priority, null)))
                .isEqualTo(new TicketLifecycle.Result(Outcome.REFUSED, TicketStatus.RECEIVED, reason));
        assertThat(told).isEmpty();
    }
}
