package io.redress.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ledger.reply.UnverifiedMailCounter;
import io.redress.reply.MailLimits;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailLimitHealthTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final SetClock clock = new SetClock(NOW);
    private final MailLimitHealthIndicator health = new MailLimitHealthIndicator(new UnverifiedMailCounter(
            jdbc, new MailLimits(true, 3, 6, 10, 40, 30, Set.of(), 100, 2), mark -> mark, limit -> {}, clock));

    @Test
    void it_warns_and_stays_up_while_the_limit_of_the_day_is_used_up() {
        assertThat(status()).isEqualTo("UP");
        jdbc.sql(
                        "insert into unproved_mail select gen_random_uuid(), timestamptz '2026-11-28T07:00:00Z', 'a', 'b', null"
                                + " from generate_series(1, 2)")
                .update();
        assertThat(status()).isEqualTo("WARNING");
        clock.pass(Duration.ofHours(24));
        assertThat(status()).isEqualTo("UP");
        clock.pass(Duration.ofHours(24));
        health.forgetOld();
        assertThat(jdbc.sql("select count(*) from unproved_mail")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String status() {
        return health.health().getStatus().getCode();
    }
}
