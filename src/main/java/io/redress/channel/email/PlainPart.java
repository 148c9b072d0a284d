package io.redress.channel.email;

import io.redress.intake.Evidence;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * The words of a plain text part, as its writer saw them.
 *
 * @param files that stand in the text itself
 */
record PlainPart(String text, List<Evidence> files) {

    static PlainPart of(Part part) {
        UuEncoded said = UuEncoded.in(withoutEntities(part.text()));
        boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
        boolean delSp = "yes".equalsIgnoreCase(part.parameter("delsp"));
        return new PlainPart(flowed ? FlowedText.joined(said.text(), delSp) : said.text(), said.files());
    }

    /** Tencent's mailers make plain text of HTML and forget its entities. Nobody types the first of them by hand. */
    private static String withoutEntities(String text) {
        return text.contains("&nbsp;") ? Parser.unescapeEntities(text, false).replace('\u00A0', ' ') : text;
    }
}
