package io.redress.channel.webform;

import io.redress.web.ChannelResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The script that puts a form into a page of another site: one file for all forms, which finds out from its own address
 * which form it is of. It brings no text of its own but takes the form from {@link FormPage}.
 */
public final class FormScript {

    private static final byte[] NOTHING = new byte[0];

    private final byte[] script;
    private final String tag;

    public FormScript() {
        try (InputStream file = FormScript.class.getResourceAsStream("form.js")) {
            this.script = Objects.requireNonNull(file, "form.js").readAllBytes();
            this.tag = "\"" + DigestUtils.sha256Hex(script).substring(0, 32) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The script, or 304 where the browser has it.
     *
     * @param known header If-None-Match; null when it was not sent
     */
    public ChannelResponse get(@Nullable String known) {
        boolean same = known != null && known.contains(tag);
        return new Answer(same ? 304 : 200, same ? NOTHING : script, headers());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/javascript;charset=UTF-8");
        headers.put("Cache-Control", "public, max-age=3600");
        headers.put("ETag", tag);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin"); // pages with COEP may load it too
        return headers;
    }

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Answer(int status, byte[] content, Map<String, String> headers) implements ChannelResponse {}
}
