package io.redress.settings;

import io.redress.privacy.MaskedKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How persons are found and their numbers masked, prefix {@code redress.privacy}.
 *
 * @param maskInTickets numbers that are masked in a ticket's text; the original keeps them
 * @param region where a phone number is that is typed without country code (ISO 3166)
 * @param inboxes further folders whose {@code done} and {@code failed} hold files of call centres; those under the data
 *     folder's {@code inbox} are known
 */
@Validated
@ConfigurationProperties("redress.privacy")
public record PrivacySettings(
        @DefaultValue({"bank-card", "id-card"}) Set<MaskedKind> maskInTickets,
        @Country @DefaultValue("CN") String region,
        @DefaultValue List<Path> inboxes) {}
