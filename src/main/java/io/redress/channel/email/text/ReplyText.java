package io.redress.channel.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a mail with the quoted thread and the signature set apart.
 *
 * @param own what the sender wrote
 * @param quoted the mails that it answers
 * @param forwarded the mail that it passes on
 * @param signature of the sender or of the sender's telephone
 */
public record ReplyText(String own, String quoted, String forwarded, String signature) {

    private static final int LONGEST_SIGNATURE = 20;

    private static final Pattern MOBILE = Pattern.compile(
            "(?iu)[-—\\s]*((发自|發自|来自|來自)(我的|于|於)?\\s*\\S.{0,40}|从\\s?我的.{0,30}发送|從\\s?我的.{0,30}(傳送|寄出)|sent from (my|outlook|mail|yahoo).{0,80}"
                    + "|(get|获取|下載|取得) outlook for (ios|android).{0,80}|发送自.{0,40}|签名由.{1,20}定制"
                    + "|(sent|enviado) via (my |blackberry|samsung).{0,60}|(von|gesendet von|gesendet mit) (meine[mr]|outlook|der).{0,60}|envoyé (de|depuis|à partir de) (mon|ma|outlook).{0,60}"
                    + "|enviado (desde|do|de|a partir do) (mi|meu|outlook).{0,60}|(verzonden|verstuurd) vanaf (mijn|outlook).{0,60}|inviato da(l mio)? .{0,40}|отправлено (с|из) .{0,40}|wysłan[eo] z .{0,40}"
                    + "|.{1,30}から送信|.{1,30}에서 보냄|[从從] .{1,30}(发送|傳送))[。.]?");

    private static final Pattern MOBILE_MAKER = Pattern.compile(
            "(?i)iphone|ipad|blackberry|galaxy|xperia|windows|手机|手機|android|安卓|huawei|华为|小米|oppo|vivo|荣耀|samsung|outlook|qq邮箱|網易|网易|mail|邮箱|邮件|郵件");

    public static ReplyText of(String text) {
        List<String> lines = PgpArmor.removed(
                text.replace("\r\n", "\n").replace('\r', '\n').lines().toList());
        var own = new ArrayList<String>();
        var quoted = new ArrayList<String>();
        var forwarded = new ArrayList<String>();
        var introductions = QuoteIntroductions.in(lines);
        boolean introduced = false;
        for (int i = 0; i < lines.size(); i++) {
            int attribution = introductions.attribution(i);
            if (introductions.opensForwarded(i)) {
                forwarded.addAll(lines.subList(i + 1, lines.size()));
                break;
            }
            if (introductions.opensOriginal(i) || (attribution > 0 && !isQuoteNext(lines, i + attribution))) {
                quoted.addAll(lines.subList(i, lines.size()));
                break;
            }
            if (attribution > 0) {
                quoted.addAll(lines.subList(i, i + attribution));
                i += attribution - 1;
                introduced = true;
            } else if (isQuote(lines, i) || (introduced && lines.get(i).startsWith(">"))) {
                quoted.add(unquoted(lines.get(i)));
            } else {
                own.add(lines.get(i));
            }
        }
        int signature = signatureStart(own);
        List<String> above = own.subList(0, signature);
        List<String> below = own.subList(signature, own.size());
        // Under a mark that nothing stands above is not a signature but the text itself.
        boolean textBelow =
                !below.isEmpty() && isMark(below.get(0)) && above.stream().allMatch(String::isBlank);
        return new ReplyText(
                joined(textBelow ? below.subList(1, below.size()) : above),
                joined(quoted),
                joined(forwarded),
                joined(textBelow ? List.of() : below));
    }

    /** Several texts of one mail, as when photos stand between them. */
    public static ReplyText ofAll(List<ReplyText> replyTexts) {
        return new ReplyText(
                joined(replyTexts.stream().map(ReplyText::own).toList(), "\n\n"),
                joined(replyTexts.stream().map(ReplyText::quoted).toList(), "\n\n"),
                joined(replyTexts.stream().map(ReplyText::forwarded).toList(), "\n\n"),
                joined(replyTexts.stream().map(ReplyText::signature).toList(), "\n\n"));
    }

    /**
     * What the sender says with this mail: the sender's own words; in a forwarded mail, or where there are none, what is
     * passed on or quoted too.
     *
     * @param forwards whether the mail says that it is one passed on
     */
    public String speech(boolean forwards) {
        String passedOn = forwards && forwarded.isEmpty() ? quoted : forwarded;
        if (own.isEmpty() || !passedOn.isEmpty()) {
            String text = joined(List.of(own, passedOn), "\n\n");
            return text.isEmpty() ? quoted : text;
        }
        return own;
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** Everything, for those who look for a word wherever it stands. */
    public String all() {
        return joined(List.of(own, forwarded, quoted, signature), "\n\n");
    }

    /** Not a pattern: those take quadratic time over long runs of spaces. */
    private static String withoutTrailingSpace(String line) {
        int end = line.length();
        while (end > 0 && (Character.isWhitespace(line.charAt(end - 1)) || line.charAt(end - 1) == '\u00A0')) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isQuoteNext(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).startsWith(">");
            }
        }
        return false;
    }

    /** {@code >} alone before a word may be the customer's own: {@code >5 days late}. */
    private static boolean isQuote(List<String> lines, int at) {
        String line = lines.get(at);
        return line.startsWith("> ")
                || line.startsWith(">>")
                || line.equals(">")
                || (line.startsWith(">")
                        && ((at > 0 && lines.get(at - 1).startsWith(">"))
                                || (at + 1 < lines.size() && lines.get(at + 1).startsWith(">"))));
    }

    private static String unquoted(String line) {
        int from = 0;
        while (from < line.length() && (line.charAt(from) == '>' || line.charAt(from) == ' ')) {
            from++;
        }
        return line.substring(from);
    }

    private static int signatureStart(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        int start = lines.size();
        for (int i = end - 1; i >= Math.max(0, end - LONGEST_SIGNATURE); i--) {
            String line = lines.get(i);
            if (isMark(line) || (i >= end - 4 && isMobile(line))) {
                start = i;
            }
        }
        return start;
    }

    private static boolean isMark(String line) {
        return line.equals("-- ") || line.equals("--") || line.equals("| |"); // NetEase's table
    }

    private static boolean isMobile(String line) {
        return line.length() < 160
                && MOBILE.matcher(line.strip()).matches()
                && MOBILE_MAKER.matcher(line).find();
    }

    private static String joined(List<String> lines) {
        return joined(lines, "\n");
    }

    private static String joined(List<String> texts, String between) {
        String text = String.join(
                between,
                texts.stream()
                        .filter(t -> !between.equals("\n\n") || !t.isBlank())
                        .toList());
        return text.lines()
                .map(ReplyText::withoutTrailingSpace)
                .collect(Collectors.joining("\n"))
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
