package io.redress.settings.ticket;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are sent to other systems, prefix {@code redress.events}.
 *
 * @param period between two looks for events that are due
 * @param allow ranges of private addresses that events may be sent to, such as {@code 10.1.0.0/16}
 * @param loopback whether they may be sent to this machine, and by http, too
 */
@Validated
@ConfigurationProperties("redress.events")
public record EventSettings(
        @DefaultValue("1s") Duration period,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "[0-9a-fA-F.:]+(/[0-9]{1,3})?",
                                message = "write a range of addresses like 10.1.0.0/16 or fd00:1::/32")
                        String>
                allow,

        @DefaultValue("false") boolean loopback) {}
