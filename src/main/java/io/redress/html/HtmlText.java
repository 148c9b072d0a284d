package io.redress.html;

import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/** Writes HTML as plain text, with the lines that a reader would see. */
public final class HtmlText {

    /** Longer HTML is cut: nobody wrote that by hand. */
    private static final int LONGEST = 4_000_000;

    /** Elements within elements beyond this are read as text alone, or each of them would walk up all the others. */
    private static final int DEEPEST = 100;

    private static final String HIDDEN =
            "head, script, style, title, template, [hidden], [style~=(?i)display\\s*:\\s*none], [style~=(?i)mso-hide\\s*:\\s*all]";

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private HtmlText() {}

    /** The text of a document or a part of one, without empty lines around it or several in a row. */
    public static String of(String html) {
        return EMPTY_LINES
                .matcher(rendered(read(html).body()))
                .replaceAll("\n\n")
                .strip();
    }

    /** The document, flat enough to walk, without what a reader does not see. */
    public static Document read(String html) {
        Document document = Jsoup.parse(StringUtils.truncate(html, LONGEST));
        document.outputSettings().prettyPrint(false);
        document.filter(HtmlText::flat);
        document.select(HIDDEN).remove();
        return document;
    }

    private static NodeFilter.FilterResult flat(Node node, int depth) {
        if (depth < DEEPEST || !(node instanceof Element element)) {
            return NodeFilter.FilterResult.CONTINUE;
        }
        String text = element.wholeText();
        element.empty().appendText(text);
        return NodeFilter.FilterResult.SKIP_CHILDREN;
    }

    /** The text of an element of {@link #read}. */
    public static String rendered(Element element) {
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
