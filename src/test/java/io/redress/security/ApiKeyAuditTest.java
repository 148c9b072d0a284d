package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ApiKeyAuditTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ApiKeyAudit audit = new ApiKeyAudit(now::get, refusals::incrementAndGet);

    @Test
    void the_log_says_from_where_a_key_is_used_once_an_hour(CapturedOutput output) {
        audit.used("erp", "10.0.0.5");
        pass(Duration.ofMinutes(59));
        audit.used("erp", "10.0.0.5");
        audit.used("erp", "10.0.0.6");
        pass(Duration.ofMinutes(2));
        audit.used("erp", "10.0.0.5");
        assertThat(output.getOut().lines().filter(line -> line.contains("key erp is used from 10.0.0.5")))
                .hasSize(2);
        assertThat(output.getOut()).contains("key erp is used from 10.0.0.6");
    }

    @Test
    void a_guesser_fills_a_line_a_minute_and_every_guess_counts(CapturedOutput output) {
        for (int guess = 0; guess < 1000; guess++) {
            audit.refused("203.0.113.9", "GET", "/api/tickets", true);
        }
        audit.refused("203.0.113.10", "POST", "/" + "a".repeat(5000), false);
        pass(Duration.ofSeconds(61));
        audit.refused("203.0.113.9", "GET", "/api/items", true);
        assertThat(output.getOut().lines().filter(line -> line.contains("203.0.113.9:")))
                .hasSize(2)
                .first()
                .asString()
                .contains("Refused GET /api/tickets from 203.0.113.9: unknown API key");
        assertThat(output.getOut()).contains("from 203.0.113.10: no API key").doesNotContain("a".repeat(101));
        assertThat(refusals).hasValue(1002);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
