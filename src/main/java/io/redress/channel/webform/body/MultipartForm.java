package io.redress.channel.webform.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.MalformedStreamException;
import org.jspecify.annotations.Nullable;

/** {@code multipart/form-data} (RFC 7578). A file that the customer did not choose is not a file. */
final class MultipartForm {

    private static final int MAX_PART_HEADER = 8 * 1024;
    private static final int MAX_BOUNDARY = 200;

    private MultipartForm() {}

    static Form read(byte[] body, @Nullable String boundary, Charset declared) throws MalformedForm {
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw new MalformedForm(
                    "has no usable boundary in its Content-Type", "let the HTTP library set the header");
        }
        List<FormPart> parts = parts(body, boundary.getBytes(StandardCharsets.ISO_8859_1), declared);
        Charset charset = declared;
        for (FormPart part : parts) {
            if (part.name().equals("_charset_")) { // RFC 7578, 4.6
                charset = FormText.charset(new String(part.bytes(), StandardCharsets.ISO_8859_1));
            }
        }
        var form = new Form.Builder();
        for (FormPart part : parts) {
            if (part.isFile()) {
                if (part.bytes().length > 0) {
                    form.file(new FormFile(part.name(), part.fileName(), part.bytes()));
                }
            } else if (!part.name().equals("_charset_")) {
                form.field(part.name(), FormText.decode(part.bytes(), part.charset(charset), part.name()));
            }
        }
        return form.build();
    }

    private static List<FormPart> parts(byte[] body, byte[] boundary, Charset charset) throws MalformedForm {
        var parts = new ArrayList<FormPart>();
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(new ByteArrayInputStream(body))
                    .setBoundary(boundary)
                    .setMaxPartHeaderSize(MAX_PART_HEADER)
                    .get();
            input.setHeaderCharset(charset);
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                if (parts.size() >= Form.Builder.MAX_FIELDS) {
                    throw new MalformedForm(
                            "has more than " + Form.Builder.MAX_FIELDS + " fields and files", "send fewer");
                }
                String headers = input.readHeaders();
                var bytes = new ByteArrayOutputStream();
                input.readBodyData(bytes);
                parts.add(FormPart.of(headers, bytes.toByteArray()));
            }
        } catch (MalformedStreamException e) {
            throw new MalformedForm("ends before its last boundary, or has a broken part", "send it whole");
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedForm("is not multipart/form-data as RFC 7578 has it", "let an HTTP library write it");
        }
        if (parts.isEmpty()) {
            throw new MalformedForm(
                    "has no part between its boundaries", "use the boundary that the Content-Type names");
        }
        return parts;
    }
}
