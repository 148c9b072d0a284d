package io.redress.channel.webform.body;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.QuotedPrintableCodec;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart form (RFC 7578, 4).
 *
 * @param fileName without folders; null when the part has none
 * @param isFile it has a file name, even an empty one, or a type that is not text
 */
@SuppressWarnings("ArrayRecordComponent") // lives while one post is read
record FormPart(String name, @Nullable String fileName, boolean isFile, MediaType type, byte[] bytes) {

    static FormPart of(String headerBlock, byte[] body) throws MalformedForm {
        Map<String, String> headers = headers(headerBlock);
        MediaType disposition = MediaType.parse(headers.get("content-disposition"));
        String name = disposition.parameter("name");
        if (!disposition.name().equals("form-data") || name == null) {
            throw new MalformedForm(
                    "has a part without Content-Disposition: form-data; name=\"…\"", "name every field (RFC 7578)");
        }
        MediaType type = MediaType.parse(headers.get("content-type"));
        if (type.name().startsWith("multipart/")) {
            throw new MalformedForm(
                    FormProblem.of(name, "malformed", "is a multipart in a multipart", "send each file as a part"));
        }
        String fileName = disposition.parameter("filename");
        boolean isFile = fileName != null
                || !(type.name().isEmpty()
                        || type.name().startsWith("text/")
                        || type.name().equals("application/json"));
        return new FormPart(
                unescaped(name),
                fileName == null ? null : baseName(unescaped(fileName)),
                isFile,
                type,
                decoded(name, headers.getOrDefault("content-transfer-encoding", ""), body));
    }

    Charset charset(Charset usual) throws MalformedForm {
        String own = type.parameter("charset");
        return own == null ? usual : FormText.charset(own);
    }

    private static Map<String, String> headers(String block) {
        var headers = new HashMap<String, String>();
        block.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    /** RFC 7578 has given up transfer encodings, but old phone apps send them. */
    private static byte[] decoded(String name, String encoding, byte[] body) throws MalformedForm {
        try {
            return switch (encoding.toLowerCase(Locale.ROOT)) {
                case "base64" -> Base64.getMimeDecoder().decode(body);
                case "quoted-printable" -> QuotedPrintableCodec.decodeQuotedPrintable(body);
                default -> body;
            };
        } catch (IllegalArgumentException | DecoderException e) {
            throw new MalformedForm(
                    FormProblem.of(name, "malformed", "is not in the encoding that it declares", "send plain bytes"));
        }
    }

    /** Browsers write {@code "}, CR and LF in names as %22, %0D and %0A (HTML standard, multipart form data). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "").replace("%0A", " ");
    }

    private static @Nullable String baseName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? null : name;
    }
}
