package io.redress.delivery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.delivery.TargetUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
            return new HttpAnswer(status, text, pause(retryAfter, clock));
        } catch (IOException e) {
            throw new TargetUnavailable("the answer " + status + " broke off: " + e.getMessage(), null);
        }
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    /** 401 and 407 are the hub's to mend, for all tickets; 3xx too. 408, 425, 429 ask for patience. */
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

    /** {@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3); anything else is as if it were not there. */
    private static @Nullable Duration pause(@Nullable String written, Clock clock) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String text = written.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration pause = Duration.between(clock.instant(), date.toInstant());
            return pause.isNegative() ? null : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
