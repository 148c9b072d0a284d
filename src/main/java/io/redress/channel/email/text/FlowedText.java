package io.redress.channel.email.text;

/** Joins the soft line breaks of {@code format=flowed} (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    /** @param delSp whether the space before a soft break is not part of the text ({@code DelSp=yes}) */
    static String joined(String text, boolean delSp) {
        var joined = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\\r?\\n", -1)) {
            int depth = quoteDepth(line);
            String content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            boolean continues = openDepth == depth && !content.equals("-- ");
            if (!continues) {
                joined.append(joined.isEmpty() ? "" : "\n").append(depth > 0 ? ">".repeat(depth) + " " : "");
            }
            boolean soft = content.endsWith(" ") && !content.equals("-- ");
            joined.append(soft && delSp ? content.substring(0, content.length() - 1) : content);
            openDepth = soft ? depth : -1;
        }
        return joined.toString();
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
