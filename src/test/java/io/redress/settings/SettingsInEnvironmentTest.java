package io.redress.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultPropertiesPropertySource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class SettingsInEnvironmentTest {

    @Test
    void a_placeholder_finds_the_default_of_the_record() {
        var environment = new MockEnvironment();
        SettingsInEnvironment.addTo(environment);
        assertThat(environment.resolveRequiredPlaceholders("${redress.zone} ${redress.due.consumers}"))
                .isEqualTo("Asia/Shanghai 4");
        assertThat(environment.resolveRequiredPlaceholders("${redress.broker.url}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2 min,120000", "PT2S,2000", "50,50", "1h30m,5400000", "soon,soon"})
    void a_length_of_time_is_milliseconds_for_all_who_read_it(String written, String read) {
        var environment = new MockEnvironment().withProperty("redress.gauges.every", written);
        SettingsInEnvironment.addTo(environment);
        assertThat(environment.getProperty("redress.gauges.every")).isEqualTo(read);
    }

    @Test
    void a_length_of_time_in_a_variable_and_of_a_named_channel_is_read_alike() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("REDRESS_DUE_PERIOD", "3 min")));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("file", Map.of("redress.channels.shop.silent-after", "2 days")));
        SettingsInEnvironment.addTo(environment);
        assertThat(environment.getProperty("redress.due.period")).isEqualTo("180000");
        var health =
                Binder.get(environment).bind("redress", HealthSettings.class).get();
        assertThat(health.silentAfter("shop")).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void defaults_of_the_program_that_starts_the_hub_come_first() {
        var environment = new MockEnvironment();
        DefaultPropertiesPropertySource.addOrMerge(Map.of("redress.zone", "UTC"), environment.getPropertySources());
        SettingsInEnvironment.addTo(environment);
        assertThat(environment.getProperty("redress.zone")).isEqualTo("UTC");
    }
}
