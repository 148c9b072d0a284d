package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.Customer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who the customer of a mail is. An answer goes to the first address. */
final class MailCustomer {

    private static final String VIP = "vip";

    private final PhoneNumbers phones;

    /** @param phones reads the mobile numbers by which writers want to be called */
    MailCustomer(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** Who wrote a mail. A machine's address identifies nobody. */
    Customer of(Email mail, String text, boolean vip) {
        Set<String> emails = new LinkedHashSet<>();
        for (MailAddress mailAddress : List.of(AutoReplyPolicy.recipient(mail), mail.from())) {
            if (AutoReplyPolicy.isSomebody(mailAddress)) {
                emails.add(mailAddress.address());
            }
        }
        boolean self = mail.from().name() != null
                && (AutoReplyPolicy.isSomebody(mail.from()) || !mail.replyTo().isKnown());
        return customer(self ? mail.from().name() : mail.replyTo().name(), List.copyOf(emails), text, vip);
    }

    /** Whose mail a colleague forwards. */
    Customer of(MailAddress forwarded, String text, boolean vip) {
        return customer(forwarded.name(), List.of(forwarded.address()), text, vip);
    }

    private Customer customer(@Nullable String name, List<String> emails, String text, boolean vip) {
        List<String> mobiles = phones.mobilesIn(text);
        return new Customer(name, mobiles, emails, List.of(), vip ? VIP : null, null, mobiles);
    }
}
