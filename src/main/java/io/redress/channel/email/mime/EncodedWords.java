package io.redress.channel.email.mime;

import io.redress.charset.TextCharset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/**
 * Decodes the encoded words of a header (RFC 2047). Words that follow each other are joined before their charset is
 * looked at, because Chinese mailers cut within a character; the declared charset is not trusted, see
 * {@link TextCharset}.
 */
final class EncodedWords {

    /** The last one of a header that was cut may lack its end. */
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,80})\\?([BbQq])\\?([^?]*)(?:\\?=|\\??$)");

    private EncodedWords() {}

    static String decode(String header) {
        return decode(header, UnaryOperator.identity());
    }

    /** @param each what stands for a run of words, given its text */
    static String decode(String header, UnaryOperator<String> each) {
        var text = new StringBuilder();
        var run = new ByteArrayOutputStream();
        String runCharset = "";
        int end = 0;
        var matcher = WORD.matcher(header);
        while (matcher.find()) {
            String between = header.substring(end, matcher.start());
            String charset = matcher.group(1).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
            boolean continues = run.size() > 0 && between.isBlank();
            if (!continues || !charset.equals(runCharset)) {
                text.append(run.size() == 0 ? "" : each.apply(TextCharset.decode(run.toByteArray(), runCharset)));
                text.append(continues ? "" : between);
                run.reset();
            }
            runCharset = charset;
            run.writeBytes(bytes(matcher.group(2), matcher.group(3)));
            end = matcher.end();
        }
        text.append(run.size() == 0 ? "" : each.apply(TextCharset.decode(run.toByteArray(), runCharset)));
        return text.append(header.substring(end)).toString();
    }

    private static byte[] bytes(String encoding, String word) {
        boolean base64 = encoding.equalsIgnoreCase("B");
        byte[] encoded = (base64
                        ? word + MislabelledPlainText.padding(word.getBytes(StandardCharsets.ISO_8859_1))
                        : word.replace("_", "=20"))
                .getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream in = base64
                ? new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT)
                : new QuotedPrintableInputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT)) {
            return in.readAllBytes();
        } catch (IOException e) {
            // What cannot be decoded is shown as it came.
            return encoded;
        }
    }
}
