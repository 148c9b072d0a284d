package io.redress.api.operation;

import io.redress.api.InvalidParameterException;
import io.redress.offline.Trials;
import io.redress.offline.TriedRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a channel would get. */
public record TriedOriginal(
        @Schema(description = "The original as text; or base64", example = "{\"text\":\"The kettle leaks\"}") @Nullable
        String text,

        @Schema(description = "The original as bytes in Base64, at most 5 MiB") @Nullable
        String base64,

        @Schema(description = "Name of its file, of which the ending counts", example = "form.json") @Nullable
        String file,

        @Schema(description = "By default derived from the file's name", example = "application/json") @Nullable
        String contentType,

        @Schema(
                description =
                        "Of a webhook's request, 'name: value' each: then the request is verified, except for its time",
                example = "[\"x-signature: abc\"]")
        @Nullable
        List<String> headers,

        @Schema(description = "Of a webhook's address; as headers") @Nullable
        String query) {

    String name() {
        return Objects.requireNonNullElse(file, "");
    }

    /** @throws InvalidParameterException when there is none, it is too big, or is not Base64 */
    byte[] original() {
        byte[] bytes = bytes();
        if (bytes.length == 0 || bytes.length > Trials.LARGEST) {
            throw new InvalidParameterException(
                    "text", "give text or base64 of 1 to " + Trials.LARGEST + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    private byte[] bytes() {
        if (base64 == null || base64.isBlank()) {
            return Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("base64", "base64 is not Base64: " + e.getMessage());
        }
    }

    /** @throws InvalidParameterException when a header is not one */
    TriedRequest request() {
        try {
            return TriedRequest.of(
                    "POST", blank(contentType), Objects.requireNonNullElse(headers, List.of()), blank(query));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("headers", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
