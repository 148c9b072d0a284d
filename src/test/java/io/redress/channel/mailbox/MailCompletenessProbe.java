package io.redress.channel.mailbox;

/** Looks at any bytes as the mailbox does that were fewer than stated. */
public final class MailCompletenessProbe {

    private MailCompletenessProbe() {}

    /** Whether they are taken for a whole mail. */
    public static boolean of(byte[] bytes) {
        try {
            return MailCompleteness.require(bytes, bytes.length + 1L) == bytes;
        } catch (TruncatedMailException e) {
            return false;
        }
    }
}
