package io.redress.channel.mailbox.poll;

import io.redress.channel.mailbox.UnfetchedMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which mails of a mailbox are fetched and handed off together. */
final class FetchGroups {

    private static final Logger LOG = LoggerFactory.getLogger(FetchGroups.class);

    /** A crash between the hand-off and the mark brings as many again, which the ledger calls duplicates. */
    static final int MOST = 50;

    /** What a group holds in memory; a mail that is bigger goes alone. */
    static final long MOST_BYTES = 4L << 20;

    /** A server that copes badly with many questions at once, or a connection that breaks, is given this rest. */
    private static final Duration REST = Duration.ofHours(1);

    private final String channel;
    private final Clock clock;
    private Instant restsUntil = Instant.MIN;

    FetchGroups(String channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * The mails to be fetched next.
     *
     * @param mails at least one
     * @param size in bytes; 0 when nobody knows: then a mail goes alone
     * @param alone whether a mail is to be fetched by itself
     */
    List<UnfetchedMail> next(
            List<UnfetchedMail> mails, ToLongFunction<UnfetchedMail> size, Predicate<UnfetchedMail> alone) {
        if (clock.instant().isBefore(restsUntil)) {
            return mails.subList(0, 1);
        }
        int count = 0;
        long bytes = 0;
        for (UnfetchedMail mail : mails) {
            long one = size.applyAsLong(mail);
            bytes += one;
            if (count == MOST || one == 0 || bytes > MOST_BYTES || alone.test(mail)) {
                break;
            }
            count++;
        }
        return mails.subList(0, Math.max(1, count));
    }

    /** A group failed, and nothing was wrong with its mails. */
    void rest(String why) {
        LOG.info("Mails of channel {} are asked for one by one for an hour: {}", channel, why);
        restsUntil = clock.instant().plus(REST);
    }
}
