package io.redress.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Signed heads of the histories, prefix {@code redress.history}.
 *
 * @param folder where each day's head is left to be fetched and kept elsewhere; {@code outbox/history} in the data folder
 *     when empty
 */
@ConfigurationProperties("redress.history")
public record HistorySettings(@Nullable Path folder) {

    public Path headFolder(Path dataDir) {
        return folder != null ? folder : dataDir.resolve("outbox").resolve("history");
    }
}
