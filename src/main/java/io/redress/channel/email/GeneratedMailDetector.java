package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mails that a program sends of itself ({@code Auto-Submitted: auto-generated}, RFC 3834, 5). A web form, a help desk or
 * a device speaks so for somebody who complains; only the marks of an answer tell the others.
 */
final class GeneratedMailDetector {

    /** The line above which a reply to a help desk is to be written. */
    private static final Pattern HELP_DESK = Pattern.compile(
            "(?i)(type|write|add|enter) your (reply|response|answer) above this line|(reply|respond|answer) above this line|请在此行(以上|上方)(回复|输入|填写)|請在此行(以上|上方)(回覆|輸入|填寫)");

    private static final List<String> HELP_DESK_HEADERS = List.of(
            "x-zendesk-from-account-id",
            "x-otrs-loop",
            "rt-ticket",
            "x-rt-original-encoding",
            "x-jira-fingerprint",
            "x-redmine-issue-id",
            "x-fd-type",
            "x-mantis-mailer");

    /** What a help desk answers; elsewhere these words may be a customer's. */
    private static final Pattern RECEIPT = Pattern.compile(
            "(?i)(request|ticket|case|message|e-?mail|enquiry|inquiry|issue|complaint)\\b.{0,40}\\b(received|created|opened|registered|logged)|(have|has) received (your|the)|received your"
                    + "|thank(s| you) for (contacting|reaching|your (e-?mail|message|request))|已收到|(工单|工單|请求|請求).{0,20}(已?创建|已?建立|已?受理|成功)|感谢您的(来信|反馈)|感謝您的(來信|回饋)"
                    + "|anfrage.{0,40}(erhalten|eingegangen|erstellt)|wurde (erstellt|empfangen)|avons bien reçu|hemos recibido");

    /** The subject of a receipt from a help desk that is not known as one. A form's new message is none. */
    private static final Pattern RECEIPT_SUBJECT = Pattern.compile(
            "(?iU)^(?!.*\\b(new|neue?r?|nouve(au|lle)|nuev[ao])\\b)(.*\\b(ticket|case|request)\\b.{0,40}\\b(received|created|opened|registered|logged)\\b"
                    + "|.*\\b(received your|thank(s| you) for (contacting|reaching|your (e-?mail|message|request)))|.*(已收到您|收到您的|感谢您的(来信|反馈)|感謝您的(來信|回饋))|.*(工单|工單).{0,20}(创建|建立|受理)"
                    + "|.*\\b(ticket|anfrage).{0,40}\\b(erhalten|eingegangen|erstellt)\\b).*");

    /** As above, at the beginning of the text: it speaks to us of what we wrote. */
    private static final Pattern RECEIPT_TEXT = Pattern.compile(
            "(?iU)\\A.{0,80}?\\b(your (request|ticket|case|message|e-?mail|enquiry|inquiry)\\b.{0,40}\\b(received|created|opened|registered|logged)\\b"
                    + "|we (have )?received your (request|ticket|message|e-?mail|enquiry|inquiry)\\b|thank(s| you) for contacting\\b|(wir haben )?ihre (anfrage|nachricht|e-mail).{0,40}(erhalten|eingegangen)|avons bien reçu votre|hemos recibido su)"
                    + "|\\A.{0,40}?(您的(请求|請求|工单|工單|邮件|郵件|来信|來信).{0,20}(已收到|已?创建|已?建立|已?受理)|我们已收到您的|我們已收到您的)",
            Pattern.DOTALL);

    /** What is said of oneself only: a customer of a form may write of holidays, too. */
    private static final Pattern AWAY = Pattern.compile(
            "(?iU)\\bI( am|['’]m)( currently| now)? (out of (the )?office|away from (the|my) office|on (annual|parental|sick) leave)\\b|limited access to (my )?e-?mail"
                    + "|我(目前|现在|現在)?(正在(休假|度假|外出|出差)|不在(办公室|辦公室))|ich bin (derzeit|momentan|zurzeit|zur zeit|bis|vom)\\b.{0,60}(abwesend|außer haus|im urlaub|nicht im (büro|haus))|je suis (actuellement )?absente?\\b");

    /** The report of a job in which there is nothing to complain about. */
    private static final Pattern ROUTINE = Pattern.compile(
            "(?i)[^\\n]{0,80}(back-?up|scheduled (job|task)|cron ?job|备份|備份|定时任务|定時任務)[^\\n]{0,60}(finished|completed|succeeded|successful|完成|成功)[^\\n]{0,80}");

    private static final Pattern TROUBLE = Pattern.compile(
            "(?i)error|fail|warn|alarm|alert|fault|problem|critical|but\\b|错误|錯誤|失败|失敗|警|故障|异常|異常|fehler|störung");

    private GeneratedMailDetector() {}

    /** Whether it answers a mail of ours, or says that there is nothing to do. */
    static boolean isAnswer(Email mail) {
        if (isForm(mail)) {
            return false;
        }
        String letter = mail.content().replyText().all();
        return mail.headers().has("in-reply-to")
                || mail.headers().has("references")
                || AutoReplyDetector.hasSubjectOfOne(mail)
                || AutoReplyDetector.saysSo(letter)
                || AWAY.matcher(letter).find()
                || isReceipt(mail, letter)
                || (ROUTINE.matcher(letter).matches()
                        && !TROUBLE.matcher(mail.subject() + "\n" + letter).find());
    }

    /** Whether an automatic answer to it would reach a person and not a program that answers again (RFC 3834, 2). */
    static boolean hasReader(Email mail) {
        return !isGenerated(mail)
                || isForm(mail)
                || isOfHelpDesk(mail, mail.content().replyText().all());
    }

    private static boolean isGenerated(Email mail) {
        return mail.headers().keyword("auto-submitted").equals("auto-generated");
    }

    /** A web form's program says that it wrote the mail, and names the customer who filled the form in by Reply-To. */
    private static boolean isForm(Email mail) {
        MailAddress customer = mail.replyTo();
        return AutoReplyPolicy.isSomebody(customer)
                && !customer.domain().equals(mail.from().domain())
                && !mail.headers().has("in-reply-to");
    }

    /** What people wrote in another help desk comes as a notice of its program, too. */
    private static boolean isOfHelpDesk(Email mail, String letter) {
        return HELP_DESK.matcher(letter).find() || HELP_DESK_HEADERS.stream().anyMatch(mail.headers()::has);
    }

    private static boolean isReceipt(Email mail, String letter) {
        return isOfHelpDesk(mail, letter)
                ? RECEIPT.matcher(mail.subject() + "\n" + letter).find()
                : RECEIPT_SUBJECT.matcher(mail.subject()).matches()
                        || RECEIPT_TEXT.matcher(letter).find();
    }
}
