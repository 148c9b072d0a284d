package io.redress.settings.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Senders who bring little, prefix {@code redress.slow-senders}.
 *
 * @param patience how long the sender of a body may bring nothing
 */
@ConfigurationProperties("redress.slow-senders")
public record SlowSenderSettings(@DefaultValue("30s") Duration patience) {}
