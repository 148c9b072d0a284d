package io.redress.channel.mailbox;

/** Looks at any bytes as the mailbox does that were fewer than stated. */
public final class WholeMailProbe {

    private WholeMailProbe() {}

    /** Whether they are taken for a whole mail. */
    public static boolean of(byte[] bytes) {
        try {
            return WholeMail.require(bytes, bytes.length + 1L) == bytes;
        } catch (UnreadMail e) {
            return false;
        }
    }
}
