package io.redress.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote and sent.
 *
 * @param text empty when only files came
 */
public record CustomerEntry(Instant at, String text, List<SentFile> files) {

    public CustomerEntry {
        files = List.copyOf(files);
    }

    /**
     * A file that a customer sent.
     *
     * @param name as it may be shown; null when it had none
     * @param contentType by its content
     * @param size bytes
     * @param preview its bytes' claim check, where they may be shown; null where it is only named
     */
    public record SentFile(
            @Nullable String name,
            String contentType,
            long size,
            @Nullable String preview) {}
}
