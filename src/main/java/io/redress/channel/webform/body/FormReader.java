package io.redress.channel.webform.body;

import org.jspecify.annotations.Nullable;

/** Reads the body of a form post by its content type. The same bytes give the same form, on a replay too. */
public final class FormReader {

    private FormReader() {}

    /**
     * Reads a post.
     *
     * @param contentType the header as sent; null when there was none
     * @param charset of posts that declare none: the charset of the page that the form stands on
     */
    public static ParsedForm read(@Nullable String contentType, String charset, byte[] body) {
        MediaType type = MediaType.parse(contentType);
        try {
            String declared = type.parameter("charset");
            var used = FormText.charset(declared == null ? charset : declared);
            return switch (type.name()) {
                case "application/json" -> JsonForm.read(FormText.decode(body, used, ""));
                case "application/x-www-form-urlencoded" -> UrlEncodedForm.read(body, used);
                case "multipart/form-data" -> MultipartForm.read(body, type.parameter("boundary"), used);
                default ->
                    throw new MalformedForm(
                            415,
                            FormProblem.of(
                                    "",
                                    "media-type",
                                    "its content type is not one of a form",
                                    "send application/json, application/x-www-form-urlencoded or multipart/form-data"));
            };
        } catch (MalformedForm e) {
            return e.refusal();
        }
    }
}
