package io.redress.settings.ticket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages on which customers see their tickets, prefix {@code redress.status}.
 *
 * @param linkAfterClosing how long status links go on after their ticket was closed, or after they were made if that was later
 */
@ConfigurationProperties("redress.status")
public record StatusSettings(@DefaultValue("30d") Duration linkAfterClosing) {}
