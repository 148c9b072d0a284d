package io.redress.channel.webform.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;

/**
 * {@code application/x-www-form-urlencoded}, as WHATWG's URL standard parses it, in the charset of the page that the form
 * stood on. A field {@code _charset_} tells it (HTML standard, 4.10.22.5).
 */
final class UrlEncodedForm {

    private static final String CHARSET_FIELD = "_charset_=";

    private UrlEncodedForm() {}

    static Form read(byte[] body, Charset declared) throws MalformedForm {
        String text = new String(body, StandardCharsets.ISO_8859_1); // one character a byte
        Charset charset = declared;
        var pairs = new StringTokenizer(text, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            if (pair.startsWith(CHARSET_FIELD) && pair.length() > CHARSET_FIELD.length()) {
                charset = FormText.charset(pair.substring(CHARSET_FIELD.length()));
            }
        }
        var form = new Form.Builder();
        pairs = new StringTokenizer(text, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            if (!pair.startsWith(CHARSET_FIELD)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), charset, "");
                form.field(name, equals < 0 ? "" : decode(pair.substring(equals + 1), charset, name));
            }
        }
        return form.build();
    }

    private static String decode(String escaped, Charset charset, String field) throws MalformedForm {
        try {
            return FormText.decode(URLCodec.decodeUrl(escaped.getBytes(StandardCharsets.ISO_8859_1)), charset, field);
        } catch (DecoderException e) {
            throw new MalformedForm(FormProblem.of(
                    field, "malformed", "has a % that no two hexadecimal digits follow", "write % as %25"));
        }
    }
}
