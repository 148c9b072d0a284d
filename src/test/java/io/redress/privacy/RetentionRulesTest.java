package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path config;

    @Test
    void without_a_file_and_as_shipped_nothing_is_removed() {
        assertThat(RetentionRules.read(config).enabled()).isFalse();
        RetentionRules shipped = RetentionRules.read(Path.of("config"));
        assertThat(shipped.enabled()).isFalse();
        assertThat(shipped.keep()).containsOnlyKeys(RetentionKind.values());
    }

    @Test
    void a_period_is_counted_by_the_calendar_and_a_kind_left_out_is_kept_for_ever() throws Exception {
        Files.writeString(
                RetentionRules.file(config), "enabled: true\nkeep: {originals: 2 years, promises: 30 days}\n");
        RetentionRules rules = RetentionRules.read(config);
        assertThat(rules.oldestKept(RetentionKind.ORIGINALS, NOW)).isEqualTo("2024-07-01T00:00:00Z");
        assertThat(rules.oldestKept(RetentionKind.PROMISES, NOW)).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(rules.oldestKept(RetentionKind.HISTORY, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keep: {orignals: 2 years}",
                "keep: {originals: 0 days}",
                "keep: {originals: -1 days}",
                "keep: {originals: 30}",
                "keep: {originals: soon}",
                "keep: {originals: }",
                "keep: {originals: 1 year 3 days}",
                "kept: {}",
                "enabled: maybe"
            })
    void what_cannot_be_meant_is_refused_with_its_line(String yaml) throws Exception {
        Files.writeString(RetentionRules.file(config), yaml + "\n");
        assertThatThrownBy(() -> RetentionRules.read(config))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("retention.yaml");
    }
}
