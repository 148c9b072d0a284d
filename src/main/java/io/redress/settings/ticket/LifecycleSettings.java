package io.redress.settings.ticket;

import io.redress.lifecycle.UpdateKind;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tickets are seen through, prefix {@code redress.loop}.
 *
 * @param tellCustomer of which updates customers hear
 */
@ConfigurationProperties("redress.loop")
public record LifecycleSettings(
        @DefaultValue({"awaiting-customer", "answered", "solved", "reopened"})
        Set<UpdateKind> tellCustomer) {}
