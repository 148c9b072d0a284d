package io.redress.app;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of one request, with the time that it took so far. */
final class TimedBody implements InputBuffer {

    private final InputBuffer body;
    private final Request request;
    private final SlowSenders rule;
    private long started;
    private long bytes;

    TimedBody(InputBuffer body, Request request, SlowSenders rule) {
        this.body = body;
        this.request = request;
        this.rule = rule;
    }

    /** @throws SocketTimeoutException when it comes too slowly; the rest is then not waited for */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        started = started == 0 ? System.nanoTime() : started;
        int read;
        rule.begins();
        try {
            read = body.doRead(handler);
        } finally {
            rule.ends();
        }
        bytes += Math.max(0, read);
        if (read > 0 && rule.isTooSlow(bytes, Duration.ofNanos(System.nanoTime() - started))) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            throw new SocketTimeoutException(bytes + " bytes of a body came too slowly");
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }
}
