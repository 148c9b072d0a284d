package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.mime.MimePart;
import io.redress.channel.email.text.ReplyText;
import java.util.List;
import java.util.regex.Pattern;

/** Whom a forwarded mail is from: the sender of the mail that is attached, or of the one that its text holds. */
final class ForwardedSender {

    /** A forwarded mail's own header is at its top. */
    private static final int LINES = 12;

    private static final Pattern FROM = Pattern.compile(
            "(?iu)[*>\\s]*(?:from|de|da|von|van|od|от|від|kimden|差出人|送信者|보낸 ?사람|发件人|寄件者|寄件人|發件人)\\s*\\*?\\s*[:：]\\s*\\**(.{1,400})");

    private static final Pattern MAILTO = Pattern.compile("(?i)\\[mailto:[^\\]]*]|<mailto:[^>]*>");

    private ForwardedSender() {}

    /** Unknown when the mail forwards none. */
    static MailAddress sender(Email mail) {
        MailAddress attached = attached(mail.root());
        if (attached.isKnown()) {
            return attached;
        }
        ReplyText replyText = mail.content().replyText();
        MailAddress passedOn = inText(replyText.forwarded());
        return passedOn.isKnown() || !MailSubject.isForwarded(mail.subject()) ? passedOn : inText(replyText.quoted());
    }

    private static MailAddress attached(MimePart root) {
        MimePart inner = root.find("message/rfc822");
        return inner == null
                ? MailAddress.of("")
                : MailAddress.first(MimeReader.read(inner.content()).root().headers(), "from");
    }

    private static MailAddress inText(String text) {
        List<String> top =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        for (String line : top) {
            var from = FROM.matcher(line);
            if (from.matches()) {
                String value = from.group(1).replace("*", "").strip();
                MailAddress bare = MailAddress.of(MAILTO.matcher(value).replaceAll(" "));
                return bare.isKnown() ? bare : MailAddress.of(value);
            }
        }
        return MailAddress.of("");
    }
}
