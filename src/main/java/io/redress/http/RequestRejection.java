package io.redress.http;

import java.nio.charset.StandardCharsets;

/** Why the web server itself refuses or ends a request, and what its sender is told (RFC 9110, RFC 9457). */
enum RequestRejection {
    /** RFC 6585, 4. */
    REQUESTS_OF_ADDRESS(
            429, "Too Many Requests", "This address has too many requests open", "Send them one after the other.", 5),
    CONNECTIONS_OF_ADDRESS(
            429, "Too Many Requests", "This address has too many connections open", "Use the ones that are open.", 5),
    BODIES(
            503,
            "Service Unavailable",
            "Too many requests with a body are being received",
            "Send it again in a few seconds, with the same idempotency key.",
            5),
    MEMORY(
            503,
            "Service Unavailable",
            "Too many big uploads are under way",
            "Send it again in half a minute, with the same idempotency key.",
            30),
    SLOW_BODY(
            408,
            "Request Timeout",
            "The body took too long",
            "Send it again over a faster connection, with the same idempotency key; or send less.",
            0),
    SLOW_HEADERS(
            408, "Request Timeout", "The headers came too slowly", "Send the whole request within a few seconds.", 0);

    private final int status;
    private final String title;
    private final String detail;
    private final String remedy;
    private final int retryAfter;

    RequestRejection(int status, String title, String detail, String remedy, int retryAfter) {
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Seconds; 0: it need not be waited for. */
    int retryAfter() {
        return retryAfter;
    }

    /** As metrics and log name it. */
    String reason() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Problem details, as JSON. */
    byte[] problem() {
        return ("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\",\"remedy\":\"" + remedy + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A whole answer, for a connection on which no request was read. */
    byte[] message() {
        byte[] problem = problem();
        String head =
                "HTTP/1.1 " + status + " " + title + "\r\nContent-Type: application/problem+json\r\nContent-Length: "
                        + problem.length + "\r\n" + (retryAfter > 0 ? "Retry-After: " + retryAfter + "\r\n" : "")
                        + "Connection: close\r\n\r\n";
        return (head + new String(problem, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
    }
}
