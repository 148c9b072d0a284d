package io.redress.configfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationParserTest {

    @ParameterizedTest
    @CsvSource({
        "500ms,PT0.5S",
        "90s,PT90S",
        "30m,PT30M",
        "30min,PT30M",
        "30 min,PT30M",
        "24h,PT24H",
        "24H,PT24H",
        "7d,P7D",
        "1 day,P1D",
        "7 days,P7D",
        "1h30m,PT90M",
        "0min,PT0S",
        "PT30M,PT30M",
        "pt1h30m,PT90M",
        "P7D,P7D"
    })
    void a_length_of_time_is_read_in_every_form(String written, Duration meant) {
        assertThat(DurationParser.parse(written)).isEqualTo(meant);
        assertThat(DurationParser.parseSetting(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "5", "-1min", "PT-5M", "5 minits", "min", "1h x", "99999999999d", "P1Y"})
    void anything_else_is_none(String written) {
        assertThat(DurationParser.parse(written)).isNull();
    }

    @Test
    void a_number_alone_is_milliseconds_in_a_setting() {
        assertThat(DurationParser.parseSetting("1500")).isEqualTo(Duration.ofMillis(1500));
        assertThat(DurationParser.parseSetting("0")).isEqualTo(Duration.ZERO);
        assertThat(DurationParser.parseSetting("-1")).isNull();
    }
}
