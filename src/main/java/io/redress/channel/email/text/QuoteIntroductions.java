package io.redress.channel.email.text;

import java.util.List;
import java.util.regex.Pattern;

/** The lines by which mail programs introduce the mail that is replied to or forwarded. */
final class QuoteIntroductions {

    /** Longer lines introduce nothing; it also bounds the patterns. */
    private static final int LONGEST = 400;

    private static final Pattern SEPARATOR =
            Pattern.compile("[-–—_=*]{2,}[ \\t]*[\\p{L} :：'’]{2,40}[ \\t]*[-–—_=*]{2,}");

    /** Outlook's and Yahoo's line above what is quoted. */
    private static final Pattern RULE = Pattern.compile("[-–—_=*─━]{5,}");

    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)original (message|appointment|email)|^[-–—_=*\\s]+original[-–—_=*\\s]+$|原始邮件|邮件原件|郵件原件|原始郵件|原始信息|原邮件|原始訊息|回复的(原)?邮件|回复的原邮件|回覆的郵件|replied message"
                    + "|ursprüngliche (nachricht|e-mail)|message d['’]origine|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|исходное сообщение|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|вихідне повідомлення|orijinal (ileti|mesaj)|元のメッセージ|원본 (메일|메시지)");

    private static final Pattern FORWARDED = Pattern.compile(
            "(?i)forwarded (message|by|mail)|begin forwarded message|转发的?邮件|轉寄(的)?(郵件|訊息)|轉發(的)?郵件|已转发|开始转发"
                    + "|weitergeleitete (nachricht|e-mail)|message (transféré|réexpédié)|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada|転送されたメッセージ|전달된 메(일|시지)");

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)(on\\b.*wrote|at \\d{4}-.*wrote|\\d.*wrote|.*(写道|寫道)|.*a écrit|.*schrieb\\b.{0,80}|.*(napisał|napsal|пишет|написал|написав|пише|yazdı)(\\([a-zа-я-]{1,6}\\))?)[ \\t]*[:：]");

    /** A date, a time or an address: without one it is the customer's own sentence. */
    private static final Pattern WHEN_OR_WHO = Pattern.compile("\\d{4}|\\d{1,2}:\\d{2}|\\S@\\S");

    /** How one that a mailer has wrapped begins. */
    private static final Pattern WRAPPED = Pattern.compile("(?i)(on|at|am|在|于|於|\\d{4}|le)\\b?.*");

    private static final Pattern FROM = Pattern.compile(
            "(?iu)[*>\\s]*(from|发件人|寄件者|寄件人|發件人|von|de|da|van|från|fra|od|от|від|kimden|gönderen|lähettäjä|差出人|送信者|보낸 ?사람)\\*?\\s*[:：].*");

    private static final Pattern HEADER = Pattern.compile(
            "(?iu)[*>\\s]*(sent|date|to|cc|subject|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|傳送時間|收件者|副本|主旨|主題|發送時間"
                    + "|gesendet|datum|an|betreff|envoyé|à|objet|enviado( el)?|fecha|para|asunto|inviato|data|a|oggetto|verzonden|aan|onderwerp"
                    + "|enviada( em)?|assunto|skickat|till|ämne|sendt|til|emne|wysłano|do|dw|temat|отправлено|дата|кому|копия|тема|надіслано|відправлено|копія"
                    + "|odesláno|komu|kopie|předmět|gönderildi|gönderilme|gönderme tarihi|tarih|kime|bilgi|konu|lähetetty|vastaanottaja|aihe|送信日時|日時|宛先|件名"
                    + "|보낸 ?날짜|받는 ?사람|제목)"
                    + "\\*?\\s*[:：].*");

    /** How a {@link #SEPARATOR} and a {@link #RULE} begin. */
    private static final String STROKES = "-–—_=*─━";

    private static final String INVISIBLE = "\uFEFF\u200B\u200C\u200D\u200E\u200F\u202F\u00A0\u3000";

    /** All of them come after the characters of most lines. */
    private static final char INVISIBLE_FROM = '\u00A0';

    private final List<String> lines;

    private QuoteIntroductions(List<String> lines) {
        this.lines = lines;
    }

    /** Those in a mail's lines. */
    static QuoteIntroductions in(List<String> lines) {
        return new QuoteIntroductions(
                lines.stream().map(QuoteIntroductions::line).toList());
    }

    boolean opensOriginal(int at) {
        String line = lines.get(at);
        return (isSeparator(line) && ORIGINAL.matcher(line).find())
                || opensHeaderBlock(at)
                || (beginsWithStroke(line) && RULE.matcher(line).matches() && opensHeaderBlock(nextWritten(at + 1)));
    }

    boolean opensForwarded(int at) {
        String line = lines.get(at);
        boolean separator = isSeparator(line) || endsWithColon(line);
        return separator && line.length() < 80 && FORWARDED.matcher(line).find();
    }

    /** How many lines from here are an attribution such as {@code On …, Li wrote:}; mailers wrap it. 0 when none. */
    int attribution(int at) {
        for (int count = 1; count <= 3 && at + count <= lines.size(); count++) {
            String last = lines.get(at + count - 1);
            if (last.isEmpty()) {
                return 0;
            }
            if (endsWithColon(last) && isAttribution(String.join(" ", lines.subList(at, at + count)), count)) {
                return count;
            }
        }
        return 0;
    }

    private static boolean isAttribution(String line, int wrapped) {
        return ATTRIBUTION.matcher(line).matches()
                && WHEN_OR_WHO.matcher(line).find()
                && (wrapped == 1 || WRAPPED.matcher(line).matches());
    }

    // Most lines begin with no stroke, end in no colon and have none: they are not worth a pattern.

    private static boolean isSeparator(String line) {
        return beginsWithStroke(line) && SEPARATOR.matcher(line).matches();
    }

    private static boolean beginsWithStroke(String line) {
        return !line.isEmpty() && STROKES.indexOf(line.charAt(0)) >= 0;
    }

    private static boolean hasColon(String line) {
        return line.indexOf(':') >= 0 || line.indexOf('：') >= 0;
    }

    private static boolean endsWithColon(String line) {
        return line.endsWith(":") || line.endsWith("：");
    }

    /** Outlook's {@code From: … Sent: … To: … Subject: …}, in the languages that our customers' programs speak. */
    private boolean opensHeaderBlock(int at) {
        if (at >= lines.size()
                || !hasColon(lines.get(at))
                || !FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        List<String> following = lines.subList(at + 1, Math.min(lines.size(), at + 8));
        return following.stream().filter(line -> HEADER.matcher(line).matches()).count() >= 2;
    }

    private static String line(String line) {
        return line.length() > LONGEST ? "" : visible(line).strip();
    }

    /** Without what editors leave between words: byte order mark, zero-width and no-break spaces. */
    private static String visible(String line) {
        String visible = line;
        if (line.chars().allMatch(c -> c < INVISIBLE_FROM)) {
            return line;
        }
        for (int i = 0; i < INVISIBLE.length(); i++) {
            visible = visible.replace(INVISIBLE.charAt(i), ' ');
        }
        return visible;
    }

    private int nextWritten(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isEmpty()) {
            at++;
        }
        return at;
    }
}
