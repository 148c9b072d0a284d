package io.redress.channel.email;

import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.email.mime.MimePart;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import io.redress.ticket.TicketNumber;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what a machine answered: vacation notices and other automatic responses (RFC 3834), read receipts (RFC
 * 8098), answers to calendar invitations (RFC 5546). A subject alone does not convict: a customer may complain about our
 * own automatic answers.
 */
final class AutoReplyDetector {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^\\s*(\\[?(自动回复|自動回覆|自动答复|自動回復|休假自动回复|不在办公室|外出)\\]?"
                    + "|auto(matic)?[- ]?(reply|response|responder|answer)|out of (the )?office|ooo|auto(?=:)|abwesenheit(snotiz)?|automatische antwort|respuesta automática|risposta automatica|réponse automatique|vacation( notice| reply)?)\\s*([:：]|$|\\(|re:|-)");

    private static final Pattern TEXT = Pattern.compile(
            "(?i)自动回复邮件|自動回覆郵件|自动回复[，。:：]|正在休假|正在度假|正在外出|出差|休假中|不在办公室|不在辦公室|休假|假期"
                    + "|out of (the )?office|(currently|now) (away|travelling|traveling|on leave)|on (annual |parental |sick )?(leave|vacation|holiday)"
                    + "|automatic(ally)? (reply|generated|response)|automatische antwort|abwesend|außer haus|im urlaub|réponse automatique|absent[e]? (du|jusqu)|will (be back|return|respond|reply)|limited access to (my )?e-?mail|回来后|尽快回复|儘快回覆");

    /** What providers whose notices carry no header write themselves. */
    private static final Pattern SAYS_SO = Pattern.compile(
            "(?i)这是来自.{0,12}自动回复邮件|這是.{0,12}自動回覆郵件|this is an auto(mated|matic|mated e-?mail)? (reply|response)"
                    + "|dies ist eine automatische antwort|ceci est une réponse automatique|esta es una respuesta automática");

    /** Behind the mark of an automatic reply: the subject of the mail that it answers. */
    private static final Pattern ANSWERED_SUBJECT = Pattern.compile("(?i)[:：]\\s*(re|fw|fwd|aw|回复|回覆|答复|答覆)\\s*[:：]");

    /** As above, where the mailer is known for its notices: whatever subject there is. */
    private static final Pattern ANSWERED = Pattern.compile("[:：]\\s*\\S");

    private static final Pattern RECALL_SUBJECT = Pattern.compile(
            "(?i)^\\s*(撤回|召回|回收|撤回邮件|收回|rückruf|rappel|recall|message recall)\\b?\\s*([:：]|success|failure|report)");

    private static final Pattern RECALL_TEXT = Pattern.compile(
            "(?i)(将|將|想|希望|要|試圖|试图)(撤回|召回|回收|收回)(此|该|這封|这封)?(郵件|邮件|訊息|消息|“|「|\")|möchte die nachricht.{0,200}zurückrufen|souhaite rappeler le message|would like to recall the message|your attempt to recall|recall (status )?report");

    private static final Pattern READ_SUBJECT = Pattern.compile("(?i)^\\s*(已读|已讀|未读|read|not read|已读回执)\\s*[:：]");

    private static final Pattern READ_TEXT = Pattern.compile(
            "(?i)your message\\b.{0,400}\\b(was|has been) (read|opened|displayed|deleted)|您的(邮件|郵件).{0,400}((已被?|已[于於].{0,40})(阅读|閱讀|打开|查看|讀取|读取)|未.{0,4}(阅读|读取))",
            Pattern.DOTALL);

    /** RFC 7489, 7.2.1.1. */
    private static final Pattern DMARC_SUBJECT =
            Pattern.compile("(?i)^\\s*report domain:\\s*\\S+\\s+submitter:\\s*\\S+\\s+report-id:");

    private static final Set<String> PRECEDENCE = Set.of("auto_reply", "auto-reply", "autoreply");

    private AutoReplyDetector() {}

    /** Null when a person may have written it. */
    static @Nullable Refusal find(Email mail, @Nullable String sourceKey) {
        String sign = sign(mail);
        return sign == null
                ? null
                : new Refusal(
                        ItemState.AUTO_REPLY,
                        "written by a machine: " + sign + "; replay it as a complaint if a person wrote it",
                        sourceKey,
                        mail.references());
    }

    private static @Nullable String sign(Email mail) {
        MailHeaders headers = mail.headers();
        String report = mail.root().headers().parameters("content-type").getOrDefault("report-type", "");
        if (report.equalsIgnoreCase("disposition-notification")
                || mail.root().contains("message/disposition-notification")) {
            return "a read receipt";
        }
        if (READ_SUBJECT.matcher(mail.subject()).find()
                && READ_TEXT.matcher(mail.content().replyText().all()).find()) {
            return "the subject and the text of a read receipt";
        }
        if (RECALL_SUBJECT.matcher(mail.subject()).find()
                && RECALL_TEXT.matcher(mail.content().replyText().all()).find()) {
            return "a request to recall a mail";
        }
        if (headers.keyword("x-list-administrivia").equals("yes")) {
            return "header X-List-Administrivia, from a mailing list's manager";
        }
        MimePart calendar = mail.root().find("text/calendar");
        if (calendar != null && isCalendarReply(calendar)) {
            return "the answer to a calendar invitation";
        }
        if (DMARC_SUBJECT.matcher(mail.subject()).find()
                && !mail.content().files().isEmpty()) {
            return "the subject of a DMARC report";
        }
        String submitted = headers.keyword("auto-submitted");
        if (!submitted.isEmpty()
                && !submitted.equals("no")
                && (!submitted.equals("auto-generated") || GeneratedMailDetector.isAnswer(mail))) {
            return "header Auto-Submitted: " + submitted.replaceAll("[^a-z-]", "");
        }
        if (PRECEDENCE.contains(headers.keyword("precedence"))) {
            return "header Precedence: " + headers.keyword("precedence");
        }
        for (String name : List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")) {
            String value = headers.keyword(name);
            if (headers.has(name) && !value.equals("no") && !value.equals("false")) {
                return "header " + name;
            }
        }
        return isVacationNotice(mail) ? "the subject, the text and the headers of a vacation notice" : null;
    }

    static boolean hasSubjectOfOne(Email mail) {
        return SUBJECT.matcher(mail.subject()).find();
    }

    static boolean saysSo(String letter) {
        return SAYS_SO.matcher(letter).find();
    }

    private static boolean isVacationNotice(Email mail) {
        MailHeaders headers = mail.headers();
        if (!hasSubjectOfOne(mail) || !mail.content().files().isEmpty()) {
            return false;
        }
        String letter = mail.content().replyText().all();
        boolean text = TEXT.matcher(letter).find();
        boolean answers = headers.has("in-reply-to") || headers.has("references");
        boolean machine = headers.has("x-auto-response-suppress")
                || mail.hasNullReturnPath()
                || Set.of("bulk", "junk", "list").contains(headers.keyword("precedence"));
        return answersOurs(mail) || (machine && (text || answers)) || (text && answers) || saysSo(letter);
    }

    /** Mailers that send notices without any header put the mark before the subject of the mail that they answer. */
    private static boolean answersOurs(Email mail) {
        String mailer = mail.headers().raw("x-mailer").toLowerCase(Locale.ROOT);
        return ANSWERED_SUBJECT.matcher(mail.subject()).find()
                || !TicketNumber.namedIn(mail.subject()).isEmpty()
                || (mailer.contains("qqmail")
                        && ANSWERED.matcher(mail.subject()).find());
    }

    private static boolean isCalendarReply(MimePart calendar) {
        String method = calendar.parameter("method");
        return "reply".equalsIgnoreCase(method)
                || Pattern.compile("(?im)^METHOD:REPLY\\s*$")
                        .matcher(calendar.text())
                        .find();
    }
}
