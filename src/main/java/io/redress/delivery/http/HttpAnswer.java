package io.redress.delivery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.delivery.RetryAfter;
import io.redress.delivery.TargetUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a target answered: at most a mebibyte of it is read. */
record HttpAnswer(int status, String text, @Nullable Duration retryAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;
    private static final int SHOWN = 300;

    static HttpAnswer read(int status, @Nullable String retryAfter, @Nullable InputStream body, Clock clock) {
        try (InputStream in = body) {
            String text = in == null ? "" : new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return new HttpAnswer(status, text, RetryAfter.pause(retryAfter, clock.instant()));
        } catch (IOException e) {
            throw new TargetUnavailable("the answer " + status + " broke off: " + e.getMessage(), null);
        }
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    /** 401 and 407 are the hub's to fix, for all tickets; 3xx too. 408, 425, 429 ask for patience. */
    boolean isTemporary() {
        return status / 100 != 4 || status == 401 || status == 407 || status == 408 || status == 425 || status == 429;
    }

    /** What it says, as JSON; a missing node when it says nothing of the kind. */
    JsonNode json() {
        try {
            return Objects.requireNonNullElse(JSON.readTree(text), MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** For people: the status and the beginning of the text, on one line. */
    String words() {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return status + " " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }
}
