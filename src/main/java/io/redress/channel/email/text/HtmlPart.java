package io.redress.channel.email.text;

import io.redress.channel.email.mime.MimePart;
import io.redress.charset.TextCharset;
import io.redress.intake.ArrivalFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The HTML of a part, and the photos that web mailers paste into it. */
public final class HtmlPart {

    private static final Pattern DATA_IMAGE = Pattern.compile(
            "src\\s*=\\s*[\"']data:(image/[a-z0-9.+-]{1,40});base64,([^\"']+)[\"']", Pattern.CASE_INSENSITIVE);

    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([a-zA-Z0-9_:-]{1,40})", Pattern.CASE_INSENSITIVE);

    /** Of a document, as many bytes as are searched for its charset. */
    private static final int HEAD = 2048;

    private HtmlPart() {}

    /**
     * Photos of a document.
     *
     * @param whole false when one could not be decoded
     */
    public record Images(List<ArrivalFile> files, boolean whole) {}

    /** In the charset of the mail, else in that of the document. */
    public static String html(MimePart part) {
        if (part.parameter("charset") != null) {
            return part.text();
        }
        byte[] content = part.content();
        String latin = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(latin);
        return TextCharset.decode(content, meta.find() ? meta.group(1) : null);
    }

    public static Images images(String html) {
        List<ArrivalFile> files = new ArrayList<>();
        boolean whole = true;
        var matcher = DATA_IMAGE.matcher(html);
        while (matcher.find()) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(2));
                files.add(new ArrivalFile(null, matcher.group(1).toLowerCase(Locale.ROOT), bytes));
            } catch (IllegalArgumentException e) {
                whole = false;
            }
        }
        return new Images(files, whole);
    }
}
