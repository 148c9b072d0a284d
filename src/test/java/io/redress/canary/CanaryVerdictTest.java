package io.redress.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.ChannelProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel's canaries say of it. */
class CanaryVerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    /** Canaries, the newest first: when sent, how long under way (x: missing, !: not sent), both in seconds; each is late after 60. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "''              | none",
                "10 x            | none",
                "100 5           | none",
                "100 61          | its canary came late",
                "100 x           | its canary has not arrived",
                "100 !           | its canary could not be sent",
                "10 x, 100 x     | its canary has not arrived",
                "10 x, 100 5     | none",
                "100 5, 1000 x   | none",
                "100 x, 1000 5   | its canary has not arrived",
                "100 x off       | none",
                "100 x off, 1000 5 | none",
                "5000 x          | none",
                "5000 5000       | none",
                "5000 5          | none",
            })
    void the_newest_one_that_is_not_under_way_decides(String canaries, String problem) {
        List<Canary> newestFirst = Arrays.stream(canaries.split(", "))
                .filter(written -> !written.isEmpty())
                .map(CanaryVerdictTest::canary)
                .toList();
        assertThat(CanaryVerdict.of(newestFirst, NOW.minusSeconds(3600), NOW).map(ChannelProblem::problem))
                .isEqualTo(Optional.ofNullable(problem));
    }

    private static Canary canary(String written) {
        String[] parts = written.split(" ");
        Instant sent = NOW.minusSeconds(Long.parseLong(parts[0]));
        boolean arrived = !parts[1].equals("x") && !parts[1].equals("!");
        return new Canary(
                UUID.randomUUID(),
                "shop",
                sent,
                sent.plusSeconds(60),
                parts.length < 3,
                arrived ? sent.plusSeconds(Long.parseLong(parts[1])) : null,
                parts[1].equals("!") ? "connection refused" : null);
    }
}
