package io.redress.channel.email;

import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.email.mime.MessageIds;
import io.redress.channel.email.mime.MimePart;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import io.redress.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises delivery failures: delivery status notifications (RFC 3464), and the texts of qmail, Exchange and Chinese
 * providers that send no report. One sign alone is not enough where a customer could give it.
 */
final class BounceDetector {

    private static final Pattern SENDER = Pattern.compile(
            "mailer?[-_.]?daemon|mdaemon|bounces?([-+].*)?|mail[-_.]?delivery([-_.]?(sub)?system)?|mailerdaemon");

    private static final Pattern POSTMASTER =
            Pattern.compile("post[-_.]?master|microsoftexchange[0-9a-f]{10,}|noreply|no-reply|mailadmin");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|delivery (status|failure|has failed|delayed)|returned mail|failure notice"
                    + "|mail delivery (failed|subsystem|system)|delivery notification|could not be delivered|退信|无法投递|無法投遞|投递失败|投遞失敗|无法送达|無法傳遞|寄件失敗|未送达|傳遞失敗");

    private static final Pattern TEXT = Pattern.compile(
            "(?i)this is the qmail-send program|i wasn't able to deliver your message"
                    + "|delivery has failed to these recipients|your message (did not reach|wasn't delivered|could not be delivered)"
                    + "|the following (address(es)? failed|recipients? cannot be reached)|permanent fatal errors|这封邮件无法投递|您的邮件.{0,20}(被退回|无法投递|未能送达)|邮件被退回|抱歉，您的邮件|無法傳遞至這些收件者");

    private BounceDetector() {}

    /** Null when the mail is none, or it is not sure. */
    static @Nullable Refusal find(Email mail, @Nullable String sourceKey) {
        if (mail.root().contains("message/feedback-report")) {
            List<String> references = references(mail);
            String named = String.join(", ", TicketNumber.namedIn(String.join(" ", references)));
            return new Refusal(
                    ItemState.AUTO_REPLY,
                    "a feedback report (RFC 5965): a recipient called our mail "
                            + (named.isEmpty() ? "" : "about " + named + " ")
                            + "unwanted; think twice before the next one",
                    sourceKey,
                    references);
        }
        String news = BounceReport.ofNoFailure(mail, report(mail));
        if (news != null) {
            return new Refusal(ItemState.AUTO_REPLY, "a delivery report: " + news, sourceKey, references(mail));
        }
        String sign = sign(mail);
        if (sign == null) {
            return null;
        }
        return new Refusal(
                ItemState.BOUNCE,
                "a delivery failure: " + sign
                        + "; the customer may not have got our mail: try another way to reach them",
                sourceKey,
                references(mail));
    }

    private static @Nullable String sign(Email mail) {
        String notice = BounceReport.ofAmazon(mail);
        if (notice != null) {
            return "notice of Amazon SES: " + notice.toLowerCase(Locale.ROOT);
        }
        MimePart report = report(mail);
        if (report != null) {
            String status = BounceReport.status(report);
            return "delivery status notification" + (status == null ? "" : " with status " + status);
        }
        if (mail.headers().has("x-failed-recipients")) {
            return "header X-Failed-Recipients";
        }
        boolean text = TEXT.matcher(mail.content().replyText().all()).find();
        boolean subject = SUBJECT.matcher(mail.subject()).find();
        if (isDaemon(mail) && (text || subject || mail.hasNullReturnPath())) {
            return "sent by a mail system";
        }
        boolean machine = mail.hasNullReturnPath()
                || POSTMASTER.matcher(mail.from().localPart()).matches();
        if (machine && (text || subject)) {
            return text
                    ? "the text of a mail system's failure notice"
                    : "the subject of a mail system's failure notice";
        }
        return null;
    }

    /** Null when there is none, or a customer may have attached it. */
    private static @Nullable MimePart report(Email mail) {
        MimePart report = mail.root().find("message/delivery-status");
        boolean theirs = mail.root().is("multipart/report") || isDaemon(mail) || mail.hasNullReturnPath();
        return theirs ? report : null;
    }

    private static boolean isDaemon(Email mail) {
        String from = mail.headers().raw("from").toLowerCase(Locale.ROOT);
        return SENDER.matcher(mail.from().localPart()).matches()
                || (!mail.from().isKnown() && from.contains("mailer-daemon"));
    }

    /** The tickets that the returned mail names in its text, or in the headers of the mail of ours that comes with it. */
    private static List<String> references(Email mail) {
        Set<String> references = new LinkedHashSet<>(TicketNumber.namedIn(mail.subject()));
        for (String type :
                List.of("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global")) {
            MimePart returned = mail.root().find(type);
            if (returned != null) {
                MailHeaders headers = MimeReader.read(returned.content()).root().headers();
                String id = MessageIds.own(headers);
                references.addAll(TicketNumber.namedIn(headers.text("subject") + " " + id));
                references.addAll(id == null ? List.of() : List.of(id));
            }
        }
        String text = mail.content().replyText().all();
        references.addAll(MessageIds.withNumbers(text)); // some servers return the headers as text
        references.addAll(TicketNumber.namedIn(text));
        references.addAll(MessageIds.references(mail.headers(), "", ""));
        return new ArrayList<>(references);
    }
}
