package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedAttemptsTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final List<AuditEntry> kept = new ArrayList<>();
    private boolean broken;
    private final RefusedAttempts attempts = new RefusedAttempts(
            entry -> {
                if (broken) {
                    throw new IllegalStateException("no database");
                }
                kept.add(entry);
            },
            clock);

    @Test
    void the_first_of_a_minute_is_kept_at_once_and_the_others_are_one_entry_when_it_is_over() {
        refused("203.0.113.9", 200);
        assertThat(kept).extracting(AuditEntry::shown).containsExactly(1L);

        clock.pass(Duration.ofMinutes(1));
        attempts.flush();
        assertThat(kept).extracting(AuditEntry::shown).containsExactly(1L, 199L);
        assertThat(kept)
                .allMatch(entry -> entry.address().equals("203.0.113.9")
                        && entry.outcome() == AuditOutcome.REFUSED
                        && entry.act().equals(AuditActs.WRONG_KEY));

        attempts.flush();
        assertThat(kept).hasSize(2);
    }

    @Test
    void a_flood_from_ever_other_addresses_is_at_most_a_hundred_entries_and_two_for_the_others() {
        for (int n = 0; n < 5_000; n++) {
            refused("10.1." + n / 250 + "." + n % 250, 1);
        }
        attempts.close();
        assertThat(kept).hasSize(102);
        assertThat(kept.stream().mapToLong(AuditEntry::shown).sum()).isEqualTo(5_000);
    }

    @Test
    void addresses_of_one_IPv6_network_count_as_one() {
        refused("2001:db8::1", 1);
        refused("2001:db8::2", 1);
        assertThat(kept).hasSize(1);
    }

    @Test
    void an_attempt_that_could_not_be_kept_is_kept_with_those_that_follow() {
        broken = true;
        refused("203.0.113.9", 3);
        broken = false;
        attempts.close();
        assertThat(kept).extracting(AuditEntry::shown).containsExactly(3L);
    }

    @Test
    void a_sign_in_that_fails_names_a_user_that_exists_and_nothing_that_was_typed() {
        var signIns = new SignInAudit(kept::add, attempts, clock);
        signIns.refused("wang.li", "10.0.0.5", "wrong password");
        signIns.refused(null, "10.0.0.5", "unknown user");
        signIns.signedIn("wang.li", "10.0.0.5", "password and TOTP");
        signIns.signedOut("wang.li", "10.0.0.5", "idle");

        assertThat(kept)
                .extracting(entry -> entry.act() + " " + entry.actor().name() + " "
                        + entry.outcome().key() + " " + entry.note())
                .containsExactly(
                        "sign-in wang.li refused wrong password",
                        "sign-in  refused unknown user",
                        "sign-in wang.li done password and TOTP",
                        "sign-out wang.li done idle");
    }

    private void refused(String address, int times) {
        for (int n = 0; n < times; n++) {
            attempts.refused(AuditActs.WRONG_KEY, AuditActor.UNKNOWN, address, "unknown API key");
        }
    }
}
