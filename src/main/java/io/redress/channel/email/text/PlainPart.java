package io.redress.channel.email.text;

import io.redress.channel.email.mime.MimePart;
import io.redress.channel.email.mime.UuEncoded;
import io.redress.intake.ArrivalFile;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The words of a plain text part, as its writer saw them.
 *
 * @param files that stand in the text itself
 */
public record PlainPart(String text, List<ArrivalFile> files) {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:nbsp|lt|gt|amp|quot|apos|#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6});");

    public static PlainPart of(MimePart part) {
        UuEncoded said = UuEncoded.in(withoutEntities(part.text()));
        boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
        boolean delSp = "yes".equalsIgnoreCase(part.parameter("delsp"));
        return new PlainPart(flowed ? FlowedText.joined(said.text(), delSp) : said.text(), said.files());
    }

    /** Mailers, Tencent's above all, make plain text of HTML and forget its entities. Hardly anybody types them by hand. */
    private static String withoutEntities(String text) {
        return ENTITY.matcher(text).find()
                ? Parser.unescapeEntities(text, false).replace('\u00A0', ' ')
                : text;
    }
}
