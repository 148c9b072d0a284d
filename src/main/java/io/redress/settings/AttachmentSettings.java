package io.redress.settings;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that come with complaints, prefix {@code redress.attachments}.
 *
 * @param maxFiles how many a ticket has; those beyond stay in the original only
 * @param maxBytes how big all of a ticket are together
 * @param most former name of {@code maxFiles}
 * @param mostBytes former name of {@code maxBytes}
 */
@ConfigurationProperties("redress.attachments")
public record AttachmentSettings(
        @Nullable Integer maxFiles,
        @Nullable DataSize maxBytes,
        @Nullable Integer most,
        @Nullable DataSize mostBytes,
        @DefaultValue Scan scan) {

    /** Names that files of earlier versions have, and those of today. */
    public static final Map<String, String> FORMER = Map.of(
            "redress.attachments.most", "redress.attachments.max-files",
            "redress.attachments.most-bytes", "redress.attachments.max-bytes",
            "redress.attachments.scan.most-bytes", "redress.attachments.scan.max-bytes");

    private static final int FILES = 200;
    private static final DataSize BYTES = DataSize.ofMegabytes(100);
    private static final DataSize SCANNED = DataSize.ofMegabytes(25);

    public int files() {
        return maxFiles != null ? maxFiles : most != null ? most : FILES;
    }

    public DataSize bytes() {
        return maxBytes != null ? maxBytes : mostBytes != null ? mostBytes : BYTES;
    }

    /**
     * @param address of clamd, {@code tcp://host:port} or {@code unix:/path}; empty: nothing is scanned
     * @param timeLimit for the files of one arrival together; what is not scanned by then is scanned later
     * @param maxBytes what clamd takes, its {@code StreamMaxLength}
     * @param mostBytes former name of {@code maxBytes}
     * @param whenAway what becomes of files while clamd does not answer
     */
    public record Scan(
            @DefaultValue("") String address,
            @DefaultValue("5s") Duration timeLimit,
            @Nullable DataSize maxBytes,
            @Nullable DataSize mostBytes,
            @DefaultValue("hold") WhenAway whenAway) {

        public DataSize bytes() {
            return maxBytes != null ? maxBytes : mostBytes != null ? mostBytes : SCANNED;
        }
    }

    /** What becomes of files that are not scanned yet. */
    public enum WhenAway {
        /** They are held back until they are. */
        HOLD,
        /** They are given on. */
        ACCEPT
    }
}
