package io.redress.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom calls go to, prefix {@code redress.callbacks}.
 *
 * @param phoneRegion where a phone number is that a customer types without country code (ISO 3166)
 * @param regions ISO 3166 codes of the countries that are called; when empty, {@code redress.callbacks.phone-region} and those
 *     of {@code zones} in {@code callbacks.yaml}
 */
@Validated
@ConfigurationProperties("redress.callbacks")
public record CallbackSettings(
        @Country @DefaultValue("CN") String phoneRegion,
        @DefaultValue List<@Country String> regions) {}
