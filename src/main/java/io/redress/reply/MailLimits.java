package io.redress.reply;

import java.util.Set;

/**
 * How many mails those may cause whom nothing proved; above a limit none is sent. An hour and a day are the last 60 minutes
 * and the last 24 hours.
 *
 * @param limited false lifts all of them
 * @param recipientPerHour to one mailbox, as {@link MailboxName} has it
 * @param recipientPerDay to one mailbox
 * @param sourcePerHour from one address of the web, where it is known
 * @param sourcePerDay from one address of the web
 * @param domainPerDay to the mailboxes of one domain
 * @param largeDomains public providers, with mailboxes of many people
 * @param largeDomainPerDay to the mailboxes of one of these
 * @param perDay to all together
 */
public record MailLimits(
        boolean limited,
        int recipientPerHour,
        int recipientPerDay,
        int sourcePerHour,
        int sourcePerDay,
        int domainPerDay,
        Set<String> largeDomains,
        int largeDomainPerDay,
        int perDay) {

    public MailLimits {
        largeDomains = Set.copyOf(largeDomains);
    }

    /** A limit that was reached. */
    public enum Limit {
        RECIPIENT("the recipient"),
        SOURCE("the sender's address"),
        DOMAIN("the recipient's domain"),
        TOTAL("the day");

        private final String of;

        Limit(String of) {
            this.of = of;
        }

        /** As metrics call it: {@code recipient}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** For a ticket's history. */
        public String words() {
            return "nothing proves the sender, and the limit of such mails for " + of + " is reached";
        }
    }

    /** To the mailboxes of a domain in a day. */
    public int perDayTo(String domain) {
        return largeDomains.contains(domain) ? largeDomainPerDay : domainPerDay;
    }
}
