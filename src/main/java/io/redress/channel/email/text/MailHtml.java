package io.redress.channel.email.text;

import io.redress.html.HtmlText;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * Writes an HTML mail as plain text. Quoted mails get {@code > } before their lines and signatures the line {@code -- }
 * before them, as in plain mail, so that {@link ReplyText} sees one form only.
 */
public final class MailHtml {

    /** Marks and signatures beyond this stay text like any other. */
    private static final int MOST_MARKS = 100;

    /** Apple, Thunderbird; Gmail; Yahoo; Proton; 163; QQ and Foxmail. */
    private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .yahoo_quoted, .protonmail_quote,"
            + " #isReplyContent, blockquote.foxmail_quote, includetail, blockquote[style*=PADDING-LEFT]";

    private static final String SIGNATURES = ".gmail_signature, [data-smartmail=gmail_signature], .moz-signature,"
            + " #Signature, .ntes_mailsign, sign[signid], .mail_footer, .ms-outlook-mobile-signature";

    private MailHtml() {}

    public static String of(String html) {
        Document mail = HtmlText.read(html);
        // Outlook on the web and mobile mark only where the quoted mail begins: what follows belongs to it.
        for (Element mark : first(mail.select("#appendonsend, #divRplyFwdMsg"))) {
            mark.before("<div>-----Original Message-----</div>");
        }
        for (Element signature : first(mail.select(SIGNATURES))) {
            if (signature.closest(QUOTES) == null) {
                String text = HtmlText.rendered(signature).strip();
                signature.before("<pre>" + (text.isEmpty() || text.startsWith("-- ") ? "" : "-- ") + "</pre>");
            }
        }
        for (Element quote : mail.select(QUOTES)) {
            boolean withinAnother = quote.ownerDocument() == null;
            if (!withinAnother && isReply(quote)) {
                String text = HtmlText.rendered(quote).strip();
                quote.empty().attr("data-quoted", "").appendElement("pre").text("> " + text.replace("\n", "\n> "));
            }
        }
        return HtmlText.rendered(mail.body());
    }

    private static List<Element> first(Elements marks) {
        return marks.subList(0, Math.min(MOST_MARKS, marks.size()));
    }

    /** Gmail wraps what is forwarded like what is replied to. */
    private static boolean isReply(Element quote) {
        return quote.nodeStream(TextNode.class)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> !text.getWholeText().strip().startsWith("---------- Forwarded message"))
                .orElse(true);
    }
}
