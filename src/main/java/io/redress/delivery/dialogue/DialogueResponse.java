package io.redress.delivery.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What a system answered.
 *
 * @param status of HTTP
 * @param retryAfter the pause that it asks for; null when it asks for none
 * @param link the header of that name (RFC 8288), several separated by commas; empty when there was none
 * @param isFile whether its body is a file and not the system's own words, though it may be JSON, too
 */
public record DialogueResponse(
        int status, byte[] body, @Nullable Duration retryAfter, String link, boolean isFile) {

    private static final int LONGEST = 300;

    /** An answer without a link. */
    public DialogueResponse(int status, byte[] body, @Nullable Duration retryAfter) {
        this(status, body, retryAfter, "", false);
    }

    /** Whether the system does not know us (any more). */
    public boolean unauthorised() {
        return status == 401;
    }

    /** Whether its status is one of 200 to 299. */
    public boolean isGood() {
        return status / 100 == 2;
    }

    /** The same, with a file in its body. */
    public DialogueResponse asFile() {
        return new DialogueResponse(status, body, retryAfter, link, true);
    }

    /** Its JSON, whatever the status; a missing node when it has none, or a file. */
    public JsonNode content() {
        return isFile && isGood() ? MissingNode.getInstance() : JsonBodies.readOrMissing(body);
    }

    /**
     * The JSON of an answer with a status of 200 to 299.
     *
     * @throws TargetUnavailable when the same request may do better later: the system is busy or broken, does not take our
     *     login, or sent half an answer
     * @throws TargetRefused when it never will
     */
    public JsonNode json() {
        if (isGood()) {
            return JsonBodies.read(body);
        }
        // A login that does not hold is a matter of settings, and these can be put right while deliveries wait.
        boolean later =
                status >= 500 || status == 401 || status == 403 || status == 408 || status == 425 || status == 429;
        String words = "HTTP " + status + ": " + text();
        if (later) {
            throw new TargetUnavailable(words, retryAfter);
        }
        throw new TargetRefused(words);
    }

    /** The answer for people, without tags; shortened. */
    public String text() {
        String text = new String(body, 0, Math.min(body.length, 10 * LONGEST), StandardCharsets.UTF_8);
        String plain = text.stripLeading().startsWith("<") ? Jsoup.parse(text).text() : text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
