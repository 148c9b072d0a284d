package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.redress.audit.RefusedAttempts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ApiKeyAuditTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ApiKeyAudit audit = new ApiKeyAudit(
            now::get,
            refusals::incrementAndGet,
            new StaticListableBeanFactory().getBeanProvider(RefusedAttempts.class));

    private final Logger logger = (Logger) LoggerFactory.getLogger(ApiKeyAudit.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoLonger() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    @Test
    void the_log_says_from_where_a_key_is_used_once_an_hour() {
        audit.used("key erp", "10.0.0.5");
        pass(Duration.ofMinutes(59));
        audit.used("key erp", "10.0.0.5");
        audit.used("key erp", "10.0.0.6");
        pass(Duration.ofMinutes(2));
        audit.used("key erp", "10.0.0.5");
        assertThat(lines().stream().filter(line -> line.contains("key erp is used from 10.0.0.5")))
                .hasSize(2);
        assertThat(lines()).anyMatch(line -> line.contains("key erp is used from 10.0.0.6"));
    }

    @Test
    void a_guesser_fills_a_line_a_minute_and_every_guess_counts() {
        for (int guess = 0; guess < 1000; guess++) {
            audit.refused("203.0.113.9", "GET", "/api/tickets", "unknown API key", true);
        }
        audit.refused("203.0.113.10", "POST", "/" + "a".repeat(5000), "no API key", false);
        pass(Duration.ofSeconds(61));
        audit.refused("203.0.113.9", "GET", "/api/items", "unknown API key", true);
        assertThat(lines().stream().filter(line -> line.contains("203.0.113.9:")))
                .hasSize(2)
                .first()
                .asString()
                .contains("Refused GET /api/tickets from 203.0.113.9: unknown API key");
        assertThat(lines())
                .anyMatch(line -> line.contains("from 203.0.113.10: no API key"))
                .noneMatch(line -> line.contains("a".repeat(101)));
        assertThat(refusals).hasValue(1002);
    }

    private List<String> lines() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
