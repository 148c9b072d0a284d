package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.email.text.BoundedPattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail must be for a rule of {@code config/mail-rules.yaml} to count: all that is given.
 *
 * @param from an address, or a domain that begins with {@code @}; in lower case
 * @param header a field's name, in lower case
 * @param matches found in that field, decoded
 * @param subject found in the subject, decoded
 * @param written the rule in words, for reasons
 */
record MailRule(
        @Nullable String from,
        @Nullable String header,
        @Nullable BoundedPattern matches,
        @Nullable BoundedPattern subject,
        String written) {

    boolean test(Email mail) {
        return test(mail, mail.from());
    }

    /** @param sender who counts as the mail's sender: another one where a colleague forwards it */
    boolean test(Email mail, MailAddress sender) {
        return (from == null || isFrom(sender))
                && (header == null || hasHeader(mail.headers()))
                && (subject == null || subject.isIn(mail.subject()));
    }

    boolean isFrom(MailAddress sender) {
        return sender.isKnown()
                && from != null
                && (from.startsWith("@") ? "@" + sender.domain() : sender.address()).equals(from);
    }

    private boolean hasHeader(MailHeaders headers) {
        return header != null && headers.has(header) && (matches == null || matches.isIn(headers.text(header)));
    }
}
