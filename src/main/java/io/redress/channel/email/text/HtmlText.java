package io.redress.channel.email.text;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * Writes an HTML mail as plain text. Quoted mails get {@code > } before their lines and signatures the line {@code -- }
 * before them, as in plain mail, so that {@link ReplyText} sees one form only.
 */
public final class HtmlText {

    /** Longer HTML is cut: nobody wrote that by hand. */
    private static final int LONGEST = 4_000_000;

    /** Elements within elements beyond this are read as text alone, or each of them would walk up all the others. */
    private static final int DEEPEST = 100;

    /** Marks and signatures beyond this stay text like any other. */
    private static final int MOST_MARKS = 100;

    private static final String HIDDEN =
            "head, script, style, title, template, [hidden], [style~=(?i)display\\s*:\\s*none], [style~=(?i)mso-hide\\s*:\\s*all]";

    /** Apple, Thunderbird; Gmail; Yahoo; Proton; 163; QQ and Foxmail. */
    private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .yahoo_quoted, .protonmail_quote,"
            + " #isReplyContent, blockquote.foxmail_quote, includetail, blockquote[style*=PADDING-LEFT]";

    private static final String SIGNATURES = ".gmail_signature, [data-smartmail=gmail_signature], .moz-signature,"
            + " #Signature, .ntes_mailsign, sign[signid], .mail_footer, .ms-outlook-mobile-signature";

    private HtmlText() {}

    public static String of(String html) {
        Document mail = Jsoup.parse(StringUtils.truncate(html, LONGEST));
        mail.outputSettings().prettyPrint(false);
        mail.filter(HtmlText::flat);
        mail.select(HIDDEN).remove();
        // Outlook on the web and mobile mark only where the quoted mail begins: what follows belongs to it.
        for (Element mark : first(mail.select("#appendonsend, #divRplyFwdMsg"))) {
            mark.before("<div>-----Original Message-----</div>");
        }
        for (Element signature : first(mail.select(SIGNATURES))) {
            if (signature.closest(QUOTES) == null) {
                String text = rendered(signature).strip();
                signature.before("<pre>" + (text.isEmpty() || text.startsWith("-- ") ? "" : "-- ") + "</pre>");
            }
        }
        for (Element quote : mail.select(QUOTES)) {
            boolean withinAnother = quote.ownerDocument() == null;
            if (!withinAnother && isReply(quote)) {
                String text = rendered(quote).strip();
                quote.empty().attr("data-quoted", "").appendElement("pre").text("> " + text.replace("\n", "\n> "));
            }
        }
        return rendered(mail.body());
    }

    private static NodeFilter.FilterResult flat(Node node, int depth) {
        if (depth < DEEPEST || !(node instanceof Element element)) {
            return NodeFilter.FilterResult.CONTINUE;
        }
        String text = element.wholeText();
        element.empty().appendText(text);
        return NodeFilter.FilterResult.SKIP_CHILDREN;
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

    private static String rendered(Element element) {
        var text = new Writer();
        element.traverse(text);
        return text.out.toString();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                write(text);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> out.append('\n');
                    case "td", "th" -> separate();
                    case "li" -> {
                        newLine();
                        out.append("- ");
                    }
                    default -> {
                        if (element.isBlock()) {
                            newLine();
                        }
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                newLine();
                if (element.normalName().equals("p")) {
                    out.append('\n');
                }
            }
        }

        private void write(TextNode node) {
            Element parent = node.parent();
            boolean asWritten = parent != null && parent.closest("pre, textarea") != null;
            String text = node.getWholeText().replace('\u00A0', ' ');
            if (asWritten) {
                out.append(text);
                return;
            }
            String flat = text.replaceAll("[ \\t\\r\\n\\f]+", " ");
            boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
            out.append(atStart ? flat.stripLeading() : flat);
        }

        private void separate() {
            if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                out.append(' ');
            }
        }

        private void newLine() {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
        }
    }
}
