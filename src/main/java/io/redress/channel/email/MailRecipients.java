package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To which address a mail was sent. A customer can write anything into To; what the mailbox's own server writes on top of a
 * mail, such as {@code Delivered-To}, is true, and the channel says which field that is.
 */
final class MailRecipients {

    private MailRecipients() {}

    /** Of the field that the channel trusts, the topmost; without such a setting of To and Cc. */
    private static List<String> of(RawMessage raw, MailHeaders headers) {
        String trusted = raw.attribute(FetchedMail.RECIPIENT_HEADERS);
        if (trusted == null || trusted.isBlank()) {
            return MailAddress.recipients(headers);
        }
        return Stream.of(trusted.split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty() && headers.has(field))
                .findFirst()
                .map(field -> MailAddress.all(headers, field))
                .orElse(List.of());
    }

    /** What the rules tell of it. */
    static RecipientRule.Told told(RawMessage raw, Email mail, MailRules rules) {
        return rules.told(of(raw, mail.headers())).orElse(RecipientRule.Told.NOTHING);
    }

    /**
     * Why a mail is not taken: its channel takes those to known addresses only. A mail in which the trusted field is missing is
     * taken: that is a mistake of the settings, and no mail may be lost by it.
     */
    static @Nullable Refusal unknown(
            RawMessage raw, Email mail, MailRules rules, OwnMailDetector ours, String sourceKey) {
        List<String> sentTo = of(raw, mail.headers());
        boolean taken = !FetchedMail.IGNORE.equals(raw.attribute(FetchedMail.UNKNOWN_RECIPIENTS))
                || sentTo.isEmpty()
                || rules.told(sentTo).isPresent()
                || sentTo.stream().anyMatch(address -> ours.isOurs(raw, MailAddress.of(address)));
        return taken
                ? null
                : new Refusal(
                        ItemState.IGNORED,
                        "it was sent to " + sentTo.get(0)
                                + ", which matches no rule under recipients in config/mail-rules.yaml; add one and replay the item if"
                                + " mails to it are complaints",
                        sourceKey,
                        mail.references());
    }
}
