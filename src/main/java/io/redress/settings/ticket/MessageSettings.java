package io.redress.settings.ticket;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What customers may be told.
 *
 * @param linkHosts the hosts that words of others may link to, {@code *.} before one for all below it; when empty, that of
 *     {@code redress.public-url}
 * @param perTicketPerDay how many messages about one ticket its customer gets in 24 hours; others stand in the history alone
 */
@ConfigurationProperties("redress.messages")
public record MessageSettings(
        @DefaultValue List<String> linkHosts,
        @DefaultValue("20") int perTicketPerDay) {}
