package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MailHeaders;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an automatic answer to a mail would be read by a person and could start no loop (RFC 3834, section 2). */
final class AutoReplyPolicy {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    private static final Pattern NOBODY = Pattern.compile(
            "(.*[-_.])?(no|do-?not|dont|donot)[-_.]?reply.*|mailer-daemon|postmaster|bounces?|owner-.*|.*-request|listserv|majordomo|root|www-data");

    private AutoReplyPolicy() {}

    static boolean test(Email mail) {
        MailHeaders headers = mail.headers();
        MailAddress to = recipient(mail);
        boolean list = headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("list-post");
        String suppressed = headers.text("x-auto-response-suppress").toLowerCase(java.util.Locale.ROOT);
        return isSomebody(to)
                && !list
                && !BULK.contains(headers.keyword("precedence"))
                && !mail.hasNullReturnPath()
                && GeneratedMailDetector.hasReader(mail)
                && !Pattern.compile("\\b(all|autoreply|oof)\\b")
                        .matcher(suppressed)
                        .find();
    }

    /** Whether an address is a person's: a machine's such as {@code noreply@} identifies nobody. */
    static boolean isSomebody(MailAddress mailAddress) {
        return mailAddress.isKnown() && !NOBODY.matcher(mailAddress.localPart()).matches();
    }

    /** Reply-To where the sender asks for it, else From. */
    static MailAddress recipient(Email mail) {
        return recipient(mail.from(), mail.replyTo());
    }

    static MailAddress recipient(MailAddress from, MailAddress replyTo) {
        return replyTo.isKnown() ? replyTo : from;
    }
}
