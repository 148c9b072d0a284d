package io.redress.app;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Ends requests whose body comes by drops. Each of them holds a thread, and the web server's own timeout starts anew with
 * every byte. A body has {@code patience} and then a second for every {@value #BYTES_A_SECOND} bytes of it; while
 * {@value #MANY} or more are being read at once, the patience is a sixth of that.
 */
final class SlowSenders extends ValveBase {

    static final int BYTES_A_SECOND = 1_000;

    /** Of the web server's 200 threads. */
    static final int MANY = 100;

    private final Duration patience;
    private final AtomicInteger reading = new AtomicInteger();

    /** {@code patience}: long enough for a telephone in a tunnel, some seconds at least. */
    SlowSenders(Duration patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        InputBuffer usual = coyote.getInputBuffer();
        coyote.setInputBuffer(new TimedBody(usual, coyote, this));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(usual);
        }
    }

    void begins() {
        reading.incrementAndGet();
    }

    void ends() {
        reading.decrementAndGet();
    }

    /** Whether a body of which so many bytes came within such a time is given up. */
    boolean isTooSlow(long bytes, Duration within) {
        Duration start = reading.get() < MANY ? patience : patience.dividedBy(6);
        return within.compareTo(start.plusSeconds(bytes / BYTES_A_SECOND)) > 0;
    }
}
