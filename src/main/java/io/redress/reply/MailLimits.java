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
        RECIPIENT(unproved("the recipient")),
        SOURCE(unproved("the sender's address")),
        DOMAIN(unproved("the recipient's domain")),
        TOTAL(unproved("the day")),
        /** Of messages about one ticket, whoever causes them and whoever gets them. */
        TICKET("the customer got as many messages about this ticket within 24 hours as one may cause"),
        /** Of text messages to one number. */
        SMS_NUMBER("the number got as many text messages within 24 hours as one may get"),
        /** Of text messages to all. */
        SMS_HOUR("the hub sent as many text messages within the hour as it may");

        private final String words;

        Limit(String words) {
            this.words = words;
        }

        private static String unproved(String of) {
            return "nothing proves the sender, and the limit of such mails for " + of + " is reached";
        }

        /** As metrics call it: {@code recipient}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** For a ticket's history. */
        public String words() {
            return words;
        }
    }

    /** To the mailboxes of a domain in a day. */
    public int perDayTo(String domain) {
        return largeDomains.contains(domain) ? largeDomainPerDay : domainPerDay;
    }
}
