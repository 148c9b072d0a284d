package io.redress.privacy;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The texts that bytes may stand for, of an original that its normalizer could not read: to look for somebody in it. */
final class PossibleDecodings {

    private static final Pattern BASE64 = Pattern.compile("(?m)(?:^[A-Za-z0-9+/]{4,}={0,2}\\r?(?:\\n|\\z))+");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,40}\\?[bBqQ]\\?[^?\\s]{0,500}\\?=");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private PossibleDecodings() {}

    /** As UTF-8 and GB18030, each as it stands, from quoted-printable, base64, encoded words (RFC 2047) and HTML. */
    static List<String> texts(byte[] bytes) {
        List<byte[]> forms = new ArrayList<>(List.of(bytes, quotedPrintable(bytes)));
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        BASE64.matcher(plain).results().map(MatchResult::group).forEach(run -> forms.add(base64(run)));
        List<String> texts = new ArrayList<>();
        for (byte[] form : forms) {
            for (Charset charset : CHARSETS) {
                String text = new String(form, charset);
                texts.add(text);
                texts.add(Parser.unescapeEntities(text, false));
            }
        }
        texts.add(words(plain));
        return texts;
    }

    private static String words(String text) {
        return ENCODED_WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
    }

    private static String word(String word) {
        try {
            return MimeUtility.decodeWord(word);
        } catch (jakarta.mail.internet.ParseException | UnsupportedEncodingException e) {
            return word; // no encoded word after all, or of a charset that nobody knows
        }
    }

    private static byte[] quotedPrintable(byte[] bytes) {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(bytes), "quoted-printable")) {
            return in.readAllBytes();
        } catch (IOException | jakarta.mail.MessagingException e) {
            return new byte[0]; // no quoted-printable
        }
    }

    private static byte[] base64(String run) {
        String digits = run.replaceAll("[\\r\\n=]", "");
        try {
            return Base64.getDecoder()
                    .decode(digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0)));
        } catch (IllegalArgumentException e) {
            return new byte[0]; // no base64
        }
    }
}
