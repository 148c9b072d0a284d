package io.redress.app;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How persons are found, prefix {@code redress.privacy}.
 *
 * @param region where a phone number is that is typed without country code (ISO 3166)
 * @param inboxes further folders whose {@code done} and {@code failed} hold files of call centres; those under the data
 *     folder's {@code inbox} are known
 */
@ConfigurationProperties("redress.privacy")
record PrivacySettings(
        @DefaultValue("CN") String region, @DefaultValue List<Path> inboxes) {}
