package io.redress.camel.mail;

import io.redress.channel.mailbox.FetchedMail;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Gives mails to a channel's route.
 *
 * @param route takes one mail; its answer is null when it has the mail durably, else why it does not
 * @param together whether the route takes several in one transaction
 */
record MailHandOff(
        String channel,
        HandOffTransaction transaction,
        Function<FetchedMail, @Nullable String> route,
        BooleanSupplier together) {

    private static final Logger LOG = LoggerFactory.getLogger(MailHandOff.class);

    /** Whether the route has all of the mails durably; else it has none of them. */
    boolean of(List<FetchedMail> mails) {
        if (mails.size() > 1) {
            return together.getAsBoolean() && handedOffTogether(mails);
        }
        return isHandedOff(mails.get(0), Level.WARN, "stays in the mailbox");
    }

    private boolean handedOffTogether(List<FetchedMail> mails) {
        try {
            return transaction.commits(() -> mails.stream()
                    .allMatch(one -> isHandedOff(one, Level.INFO, "the mails of its group are handed off one by one")));
        } catch (RuntimeException e) {
            LOG.info("{} mails could not be handed off as a group; they are handed off one by one", mails.size(), e);
            return false;
        }
    }

    /** @param consequence of a mail that is not handed off, for the log */
    private boolean isHandedOff(FetchedMail mail, Level level, String consequence) {
        String refusal = route.apply(mail);
        if (refusal != null) {
            LOG.atLevel(level)
                    .log(
                            "Mail {} of channel {} was not handed off and {}: {}",
                            mail.uid(),
                            channel,
                            consequence,
                            refusal);
        }
        return refusal == null;
    }
}
