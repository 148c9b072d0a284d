package io.redress.http;

import io.redress.handoff.ConcurrencyCounter;
import io.redress.handoff.SourceNetwork;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Keeps the web server's threads from being held by its senders: by one address with many requests, and by bodies that come
 * by drops. It comes after the valve that reads {@code X-Forwarded-For}, so that behind a trusted proxy an address is the
 * customer's.
 */
final class RequestAdmissionValve extends ValveBase {

    private static final Pattern PROBES = Pattern.compile("/actuator/health(/[a-z]+)?|/livez|/readyz");

    private final ConcurrencyCounter addresses;
    private final ActiveRequestBodies bodies;
    private final RequestBodyMemory memory;
    private final RejectedRequestMetrics refusals;
    private final Duration bodyTime;
    private final LongSupplier nanoTime;

    RequestAdmissionValve(
            ConcurrencyCounter addresses,
            ActiveRequestBodies bodies,
            RequestBodyMemory memory,
            RejectedRequestMetrics refusals,
            Duration bodyTime,
            LongSupplier nanoTime) {
        super(true);
        this.addresses = addresses;
        this.bodies = bodies;
        this.memory = memory;
        this.refusals = refusals;
        this.bodyTime = bodyTime;
        this.nanoTime = nanoTime;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = SourceNetwork.of(String.valueOf(request.getRemoteAddr()));
        boolean counted = !isProbe(request);
        boolean admitted = !counted || addresses.enter(address);
        var coyote = request.getCoyoteRequest();
        InputBuffer usual = coyote.getInputBuffer();
        var body = new TimeLimitedBody(usual, request, response, this);
        coyote.setInputBuffer(body);
        try {
            if (admitted) {
                getNext().invoke(request, response);
            } else {
                refuse(request, response, RequestRejection.REQUESTS_OF_ADDRESS);
            }
            body.finish(admitted && !request.isAsync());
        } finally {
            bodies.leave(body);
            coyote.setInputBuffer(usual);
            if (counted && admitted) {
                addresses.leave(address);
            }
        }
    }

    /** What watches the hub may share its address with a proxy, and so with everybody; it holds nothing open. */
    private static boolean isProbe(Request request) {
        String path = String.valueOf(request.getDecodedRequestURI());
        return PROBES.matcher(path).matches()
                && request.getMethod().equals("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    /** Answers in place of whoever would have answered, unless it is too late for that. */
    void refuse(Request request, Response response, RequestRejection why) throws IOException {
        refusals.count(why);
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(why.status());
        if (why.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(why.retryAfter()));
        }
        response.setContentType("application/problem+json");
        byte[] problem = why.problem();
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
        response.finishResponse();
    }

    ActiveRequestBodies bodies() {
        return bodies;
    }

    RequestBodyMemory memory() {
        return memory;
    }

    Duration bodyTime() {
        return bodyTime;
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }
}
