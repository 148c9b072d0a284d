package io.redress.channel.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the rules look at it.
 *
 * @param subject as it came, decoded; empty when there is none
 * @param content its letter and files
 */
record Email(Part root, String subject, Mailbox from, Mailbox replyTo, Content content) {

    static Email of(MimeReader.Mail mail) {
        Headers headers = mail.root().headers();
        return new Email(
                mail.root(),
                headers.text("subject"),
                writer(headers),
                Mailbox.first(headers, "reply-to"),
                Content.of(mail));
    }

    /** Where the mail names nobody in From, whom the programs name that sent it. */
    private static Mailbox writer(Headers headers) {
        if (headers.has("from")) {
            return Mailbox.first(headers, "from");
        }
        Mailbox sender = Mailbox.first(headers, "sender");
        Mailbox envelope = sender.isKnown() ? sender : Mailbox.first(headers, "return-path");
        return Answerable.isSomebody(envelope) ? envelope : Mailbox.of("");
    }

    Headers headers() {
        return root.headers();
    }

    /** What the customer says with it. */
    String speech() {
        return content.letter().speech(Subject.isForwarded(subject));
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
