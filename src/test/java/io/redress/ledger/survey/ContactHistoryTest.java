package io.redress.ledger.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ContactHistoryTest extends SurveyHub {

    private static final Duration GAP = Duration.ofDays(30);

    @Test
    void the_gap_is_kept_when_any_address_is_the_same() {
        assertThat(claim(person(List.of("li@example.com"), List.of("+8613800138000"), List.of("wecom:LiLei"))))
                .isEmpty();

        assertThat(claim(person(List.of("LI@Example.com "), List.of(), List.of())))
                .contains(NOON);
        assertThat(claim(person(List.of("new@example.com"), List.of("138 0013 8000"), List.of())))
                .contains(NOON);
        assertThat(claim(person(List.of(), List.of(), List.of("wecom:LiLei")))).contains(NOON);
        assertThat(claim(person(List.of("other@example.com"), List.of("+8613800138001"), List.of("wecom:lilei"))))
                .isEmpty();
    }

    @Test
    void a_phone_that_merely_stands_in_a_text_is_nobody_s_identity() {
        ticket(TICKET, "quality", "en", """
                {"emails": ["writer@example.com"], "phones": ["+8613800138000"], "phonesInText": ["+8613800138000"]}
                """);
        news(TICKET, UpdateKind.SOLVED);
        news(TICKET, UpdateKind.CALLBACK);
        pass(Duration.ZERO);
        assertThat(messages("survey")).hasSize(1);

        assertThat(claim(person(List.of(), List.of("+8613800138000"), List.of())))
                .as("its owner was not surveyed by that")
                .isEmpty();
    }

    @Test
    void an_address_that_was_refused_is_not_remembered_as_surveyed() {
        claim(person(List.of("li@example.com"), List.of(), List.of()));
        claim(person(List.of("li@example.com", "second@example.com"), List.of(), List.of()));

        assertThat(claim(person(List.of("second@example.com"), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void after_the_gap_there_may_be_another() {
        Set<String> person = person(List.of("li@example.com"), List.of(), List.of());
        claim(person);
        clock.pass(GAP.minusMillis(1));
        assertThat(claim(person)).contains(NOON);

        clock.pass(Duration.ofMillis(1));

        assertThat(claim(person)).isEmpty();
        assertThat(claim(person)).contains(NOON.plus(GAP));
    }

    @Test
    void a_claim_that_is_rolled_back_leaves_nothing() {
        Set<String> person = person(List.of("li@example.com"), List.of(), List.of());
        transaction.executeWithoutResult(status -> {
            assertThat(persons.claim(person, clock.instant(), GAP)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(claim(person)).isEmpty();
    }

    @RepeatedTest(5)
    void of_many_nodes_at_once_one_gets_the_right_to_send() throws Exception {
        int nodes = 12;
        var barrier = new CyclicBarrier(nodes);
        var threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Optional<Instant>>> claims = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                // every ticket has the same phone, and an address of its own that sorts anywhere
                Set<String> person = person(
                        List.of(node + "@example.com", (node + 1) % nodes + "@example.com"),
                        List.of("+8613800138000"),
                        List.of());
                claims.add(() -> {
                    barrier.await();
                    return claim(person);
                });
            }
            Collections.shuffle(claims);
            int sent = 0;
            for (Future<Optional<Instant>> claim : threads.invokeAll(claims)) {
                sent += claim.get().isEmpty() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void to_decline_holds_for_good_and_for_every_address() {
        Set<String> person = person(List.of("li@example.com"), List.of("+8613800138000"), List.of());
        assertThat(persons.declined(person)).isFalse();
        persons.decline(person, clock.instant());
        persons.decline(person, clock.instant());

        clock.pass(Duration.ofDays(10_000));

        assertThat(persons.declined(person(List.of(), List.of("13800138000"), List.of())))
                .isTrue();
        assertThat(persons.declined(person(List.of("li@example.com", "x@example.com"), List.of(), List.of())))
                .isTrue();
        assertThat(persons.declined(person(List.of("x@example.com"), List.of(), List.of())))
                .isFalse();
        assertThat(persons.declined(Set.of())).isFalse();
    }

    @Test
    void no_address_can_be_read_from_the_rows() {
        persons.decline(person(List.of("li@example.com"), List.of("+8613800138000"), List.of()), clock.instant());

        List<String> hashes =
                jdbc.sql("select hash from survey_opt_out").query(String.class).list();

        assertThat(hashes).hasSize(2).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    private Optional<Instant> claim(Set<String> person) {
        return transaction.execute(status -> persons.claim(person, clock.instant(), GAP));
    }

    private Set<String> person(List<String> emails, List<String> phones, List<String> handles) {
        return personHashes.of(emails, phones, handles);
    }
}
