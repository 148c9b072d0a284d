package io.redress.settings.channel;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the web server lets its senders hold, prefix {@code redress.requests}.
 *
 * @param headerTime for request line and headers together, from their first byte to their last
 * @param bodyTime for a whole body, however fast it comes
 * @param byAddress requests of one address that are open at once
 * @param bodies bodies that are being received at once; never more than four fifths of the server's threads, so that the
 *     rest is there for whatever has no body
 * @param bodyMemory what all open bodies hold together; an eighth of the heap, at least 32 MB, when it is not set
 * @param connectionsByAddress connections of one address, idle ones too; those of trusted proxies are not counted
 */
@Validated
@ConfigurationProperties("redress.requests")
public record RequestSettings(
        @DurationMin(millis = 1) @DefaultValue("10s") Duration headerTime,
        @DurationMin(millis = 1) @DefaultValue("5m") Duration bodyTime,
        @Min(1) @DefaultValue("200") int byAddress,
        @Min(1) @DefaultValue("400") int bodies,
        @Nullable DataSize bodyMemory,
        @Min(1) @DefaultValue("512") int connectionsByAddress) {

    private static final long LEAST_MEMORY = DataSize.ofMegabytes(32).toBytes();

    /** Bytes, for a heap of so many. */
    public long memory(long heap) {
        return bodyMemory == null ? Math.max(LEAST_MEMORY, heap / 8) : bodyMemory.toBytes();
    }

    /** For a server with so many threads. */
    public int bodies(int threads) {
        return Math.max(1, Math.min(bodies, threads * 4 / 5));
    }
}
