package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.handoff.MessageGroups;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Groups mails by their sender, as {@link MailThread} does, so that an answer is judged after the mail that it answers,
 * however many consumers work. Looks at the header alone.
 */
public final class MailGroups implements MessageGroups {

    /** The line that names From comes before this, or the mail has no order. */
    private static final int LONGEST_HEADER = 128 * 1024;

    private final UnaryOperator<String> digest;

    /** @param digest makes a mark of an address that nobody can read it from */
    public MailGroups(UnaryOperator<String> digest) {
        this.digest = digest;
    }

    @Override
    public @Nullable String groupOf(String format, byte[] original) {
        return format.equals("email") ? groupOf(original) : null;
    }

    private @Nullable String groupOf(byte[] original) {
        MailHeaders headers = MimeReader.read(header(original)).root().headers();
        MailAddress from = MailAddress.first(headers, "from");
        MailAddress recipient = AutoReplyPolicy.recipient(from, MailAddress.first(headers, "reply-to"));
        return recipient.isKnown() ? digest.apply(from.address() + ' ' + recipient.address()) : null;
    }

    /** As far as the first empty line, which ends it (RFC 5322, 2.1). */
    private static byte[] header(byte[] mail) {
        int end = Math.min(mail.length, LONGEST_HEADER);
        boolean lineIsEmpty = false;
        for (int i = 0; i < end; i++) {
            if (mail[i] == '\n') {
                if (lineIsEmpty) {
                    return Arrays.copyOf(mail, i + 1);
                }
                lineIsEmpty = true;
            } else if (mail[i] != '\r') {
                lineIsEmpty = false;
            }
        }
        return Arrays.copyOf(mail, end);
    }
}
