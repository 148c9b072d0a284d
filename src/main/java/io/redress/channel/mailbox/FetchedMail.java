package io.redress.channel.mailbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail's bytes, as its mailbox holds them.
 *
 * @param uid the server's name for it
 * @param attributes {@code address}, the mailbox's own one, and {@code incomplete}, why bytes are missing, when some are
 * @param item under which the ledger has it already; null for a mail that is fetched for the first time
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record FetchedMail(String uid, byte[] bytes, Map<String, String> attributes, UnfetchedMail.@Nullable Item item) {

    /** Attribute: why the mailbox holds more of this mail than the hub. */
    public static final String INCOMPLETE = "incomplete";

    /** Attribute: names, separated by commas, of the servers whose {@code Authentication-Results} count. */
    public static final String TRUSTED_SERVERS = "trustedServers";

    /** Attribute: fields, separated by commas, in which the mailbox's server writes to whom a mail was sent; the first there counts. */
    public static final String RECIPIENT_HEADERS = "recipientHeaders";

    /** Attribute: {@link #IGNORE} where mails to addresses that no rule names are no complaints. */
    public static final String UNKNOWN_RECIPIENTS = "unknownRecipients";

    /** Value of {@link #UNKNOWN_RECIPIENTS}. */
    public static final String IGNORE = "ignore";

    /** False when the mailbox holds more than this and must keep it. */
    public boolean isComplete() {
        return !attributes.containsKey(INCOMPLETE);
    }

    /** The id that the item has in the ledger; null when it is to get one. */
    public @Nullable String itemId() {
        return item == null ? null : item.id();
    }

    /** The number that goes with {@link #itemId()}. */
    public @Nullable String number() {
        return item == null ? null : item.number();
    }
}
