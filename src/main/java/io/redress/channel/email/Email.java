package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.email.mime.MessageIds;
import io.redress.channel.email.mime.MimePart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the rules look at it.
 *
 * @param subject as it came, decoded; empty when there is none
 * @param content its letter and files
 */
record Email(MimePart root, String subject, MailAddress from, MailAddress replyTo, MailContent content) {

    static Email of(MimeReader.Mail mail) {
        MailHeaders headers = mail.root().headers();
        return new Email(
                mail.root(),
                headers.text("subject"),
                writer(headers),
                MailAddress.first(headers, "reply-to"),
                MailContent.of(mail));
    }

    /** All that a mail says, without what servers added on its way; empty for one that cannot be read. */
    static Optional<String> said(byte[] original) {
        try {
            Email mail = of(MimeReader.read(original));
            return Optional.of(String.join(
                    "\n",
                    mail.subject.strip(),
                    mail.content.replyText().all().strip(),
                    mail.content.files().size() + " files"));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Where the mail names nobody in From, whom the programs name that sent it. */
    private static MailAddress writer(MailHeaders headers) {
        if (headers.has("from")) {
            return MailAddress.first(headers, "from");
        }
        MailAddress sender = MailAddress.first(headers, "sender");
        MailAddress envelope = sender.isKnown() ? sender : MailAddress.first(headers, "return-path");
        return AutoReplyPolicy.isSomebody(envelope) ? envelope : MailAddress.of("");
    }

    MailHeaders headers() {
        return root.headers();
    }

    /** What the customer says with it. */
    String speech() {
        return content.replyText().speech(MailSubject.isForwarded(subject));
    }

    @Nullable
    String messageId() {
        return MessageIds.own(headers());
    }

    List<String> references() {
        return MessageIds.references(headers(), subject, speech());
    }

    /** Sent with the empty return path of automatic mail (RFC 5321, 4.5.5). */
    boolean hasNullReturnPath() {
        return headers().raw("return-path").replace(" ", "").equals("<>");
    }
}
