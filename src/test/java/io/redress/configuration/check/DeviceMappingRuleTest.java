package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.redress.configfile.Finding;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code check} says of the mapping of a channel of devices. */
class DeviceMappingRuleTest {

    @Test
    void the_shipped_mapping_has_no_finding_and_it_is_the_one_that_counts_where_none_is_named() {
        assertThat(findings("device")).isEmpty();
        assertThat(findings("device", "channel: shop")).isEmpty();
    }

    @Test
    void a_mapping_that_names_no_device_is_told_at_the_parameter() {
        assertThat(findings("webhook"))
                .extracting(Finding::line, Finding::problem)
                .containsExactly(
                        tuple(7, "mapping 'webhook' does not map device.id"),
                        tuple(7, "mapping 'webhook' does not map device.fault"));
    }

    private static List<Finding> findings(String mapping) {
        return findings(mapping, "channel: shop\n        mapping: " + mapping);
    }

    private static List<Finding> findings(String mapping, String parameters) {
        RouteSet routes = RouteSet.parse(Map.of(Path.of("channels/shop.camel.yaml"), """
                - route:
                    id: shop
                    from:
                      uri: kamelet:mqtt-source
                      parameters:
                        %s
                      steps: [{to: direct:hand-off}]
                """.formatted(parameters)));
        return new DeviceMappingRule(Path.of("config/mappings")).check(routes);
    }
}
