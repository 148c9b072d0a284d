package io.redress.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class CallbackSettingsTest {

    private static final Path FILE = Path.of("config/application.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"UK", "cn", "China", "+86", "001", "ZZ"})
    void a_country_that_there_is_not_is_told_with_a_remedy(String region) {
        var environment = new MockEnvironment()
                .withProperty("redress.callbacks.regions[0]", "DE")
                .withProperty("redress.callbacks.regions[1]", region);
        assertThat(CallbackSettings.findings(environment, FILE))
                .singleElement()
                .asString()
                .contains("there is no country '" + region + "'", "ISO 3166");
    }

    @Test
    void countries_and_no_setting_at_all_have_no_findings() {
        var environment = new MockEnvironment().withProperty("redress.callbacks.regions", "CN,HK");
        assertThat(CallbackSettings.findings(environment, FILE)).isEmpty();
        assertThat(CallbackSettings.findings(new MockEnvironment(), FILE)).isEmpty();
    }
}
