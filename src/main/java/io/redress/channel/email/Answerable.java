package io.redress.channel.email;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether an automatic answer to a mail would be read by a person and could start no loop (RFC 3834, section 2). */
final class Answerable {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    private static final Pattern NOBODY = Pattern.compile(
            "(.*[-_.])?(no|do-?not|dont|donot)[-_.]?reply.*|mailer-daemon|postmaster|bounces?|owner-.*|.*-request|listserv|majordomo|root|www-data");

    private Answerable() {}

    static boolean test(Email mail) {
        Headers headers = mail.headers();
        Mailbox to = recipient(mail);
        boolean list = headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("list-post");
        String suppressed = headers.text("x-auto-response-suppress").toLowerCase(java.util.Locale.ROOT);
        return isSomebody(to)
                && !list
                && !BULK.contains(headers.keyword("precedence"))
                && !mail.hasNullReturnPath()
                && Generated.hasReader(mail)
                && !Pattern.compile("\\b(all|autoreply|oof)\\b")
                        .matcher(suppressed)
                        .find();
    }

    /** Whether an address is a person's: a machine's such as {@code noreply@} identifies nobody. */
    static boolean isSomebody(Mailbox mailbox) {
        return mailbox.isKnown() && !NOBODY.matcher(mailbox.localPart()).matches();
    }

    /** Reply-To where the sender asks for it, else From. */
    static Mailbox recipient(Email mail) {
        return recipient(mail.from(), mail.replyTo());
    }

    static Mailbox recipient(Mailbox from, Mailbox replyTo) {
        return replyTo.isKnown() ? replyTo : from;
    }
}
