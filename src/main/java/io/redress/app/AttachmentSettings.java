package io.redress.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that come with complaints, prefix {@code redress.attachments}.
 *
 * @param most how many a ticket has; those beyond stay in the original only
 * @param mostBytes how big all of a ticket are together
 */
@ConfigurationProperties("redress.attachments")
record AttachmentSettings(
        @DefaultValue("200") int most,
        @DefaultValue("100MB") DataSize mostBytes,
        @DefaultValue Scan scan) {

    /**
     * @param address of clamd, {@code tcp://host:port} or {@code unix:/path}; empty: nothing is scanned
     * @param timeLimit for the files of one arrival together; what is not scanned by then is scanned later
     * @param mostBytes what clamd takes, its {@code StreamMaxLength}
     * @param whenAway what becomes of files while clamd does not answer
     */
    record Scan(
            @DefaultValue("") String address,
            @DefaultValue("5s") Duration timeLimit,
            @DefaultValue("25MB") DataSize mostBytes,
            @DefaultValue("hold") WhenAway whenAway) {}

    /** What becomes of files that are not scanned yet. */
    enum WhenAway {
        /** They are held back until they are. */
        HOLD,
        /** They are given on. */
        ACCEPT
    }
}
