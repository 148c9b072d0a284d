package io.redress.settings.channel;

import jakarta.validation.Valid;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Files that come with complaints, prefix {@code redress.attachments}.
 *
 * @param maxFiles how many a ticket has; those beyond stay in the original only
 * @param maxBytes how big all of a ticket are together
 */
@Validated
@ConfigurationProperties("redress.attachments")
public record AttachmentSettings(
        @DefaultValue("200") int maxFiles,
        @DefaultValue("100MB") DataSize maxBytes,
        @Valid @DefaultValue Scan scan) {

    /**
     * The virus scanner.
     *
     * @param address of clamd, {@code tcp://host:port} or {@code unix:/path}; empty: nothing is scanned
     * @param timeLimit for the files of one arrival together; what is not scanned by then is scanned later
     * @param maxBytes what clamd takes, its {@code StreamMaxLength}
     * @param whenAway what becomes of files while clamd does not answer
     */
    public record Scan(
            @DefaultValue("") String address,
            @DefaultValue("5s") Duration timeLimit,
            @DefaultValue("25MB") DataSize maxBytes,
            @DefaultValue("hold") WhenAway whenAway) {}

    /** What becomes of files that are not scanned yet. */
    public enum WhenAway {
        /** They are held back until they are. */
        HOLD,
        /** They are given on. */
        ACCEPT
    }
}
