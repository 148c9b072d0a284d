package io.redress.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of one request: it waits for a place, for memory, and not for ever for its sender. */
final class TimeLimitedBody implements InputBuffer {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitedBody.class);

    /** Bytes that need no place in {@link RequestBodyMemory}: most forms have no more. */
    static final int SMALL = 64 * 1024;

    private static final int STEP = 256 * 1024;
    private static final int MOST_DRAINED = 2 * 1024 * 1024;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(2);

    private final InputBuffer body;
    private final Request request;
    private final Response response;
    private final RequestAdmissionValve rules;
    private final RequestBodyMemory.Reservation memory;
    private final @Nullable GuardedConnection connection;
    private TransferRateMonitor rate;
    private long bytes;
    private long readSince;
    private boolean reading;
    private boolean kept = true;
    private boolean entered;
    private boolean whole;
    private @Nullable RequestRejection requestRejection;

    TimeLimitedBody(InputBuffer body, Request request, Response response, RequestAdmissionValve rules) {
        this.body = body;
        this.request = request;
        this.response = response;
        this.rules = rules;
        this.memory = rules.memory().reservation();
        this.rate = new TransferRateMonitor(rules.bodyTime());
        this.connection = GuardedConnection.of(request.getCoyoteRequest());
        long announced = request.getCoyoteRequest().getContentLengthLong();
        this.whole = announced == 0 || announced < 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** @throws BodyRefused when it may not go on; its sender has then been answered */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (whole) {
            return body.doRead(handler);
        }
        admit();
        begin();
        try {
            int read = body.doRead(handler);
            end(read);
            return read;
        } catch (SocketTimeoutException e) {
            throw refused(RequestRejection.SLOW_BODY);
        } catch (BodyRefused e) {
            throw e;
        } catch (IOException e) {
            end(0);
            throw e;
        }
    }

    @Override
    public int available() {
        return body.available();
    }

    private void admit() throws IOException {
        if (requestRejection != null) {
            throw new BodyRefused(requestRejection);
        }
        if (!entered && !rules.bodies().enter(this)) {
            throw refused(RequestRejection.BODIES);
        }
        entered = true;
        try {
            if (kept && bytes > SMALL && !memory.grow((bytes / STEP + 1) * STEP)) {
                throw refused(RequestRejection.MEMORY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a body waited for memory");
        }
    }

    private synchronized void begin() {
        reading = true;
        readSince = rules.nanoTime().getAsLong();
    }

    private void end(int read) throws IOException {
        bytes += Math.max(0, read);
        long announced = request.getCoyoteRequest().getContentLengthLong();
        boolean tooSlow;
        synchronized (this) {
            reading = false;
            long waited = rules.nanoTime().getAsLong() - readSince;
            tooSlow = requestRejection != null
                    || read > 0 && rate.isTooSlow(rules.bodies().minimumBodyRate(), waited, read);
            whole = announced >= 0 && bytes >= announced || read < 0 && !tooSlow;
        }
        if (whole) {
            rules.bodies().leave(this);
        } else if (tooSlow) {
            throw refused(RequestRejection.SLOW_BODY);
        }
    }

    /** Called by another thread than the one that reads. */
    synchronized void look(MinimumBodyRate minimumBodyRate) {
        if (!reading || requestRejection != null) {
            return;
        }
        long now = rules.nanoTime().getAsLong();
        boolean tooSlow = rate.isTooSlow(minimumBodyRate, now - readSince, 0);
        readSince = now;
        if (tooSlow) {
            requestRejection = RequestRejection.SLOW_BODY;
            if (connection != null) {
                connection.endInput(); // wakes the reader, who answers
            }
        }
    }

    boolean isOn(Object other) {
        return connection != null && connection.isOn(other);
    }

    private BodyRefused refused(RequestRejection why) throws IOException {
        synchronized (this) {
            reading = false;
            requestRejection = why;
        }
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        rules.refuse(request, response, why);
        // It is answered: the web server shall make no error page for what the reader says of it.
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        return new BodyRefused(why);
    }

    /**
     * Ends the request. What nobody read of a body is taken for a moment only: a client that is still sending would otherwise
     * lose its answer, and one that never ends would keep the thread.
     *
     * @param answered false for a request that goes on elsewhere
     */
    void finish(boolean answered) throws IOException {
        memory.release();
        try {
            // Without a read of ours a client that waits for "100 Continue" sends nothing.
            if (answered && !whole && requestRejection == null && (bytes > 0 || request.getHeader("Expect") == null)) {
                response.finishResponse();
                drain();
            }
            if (!whole) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        } finally {
            rules.bodies().leave(this);
        }
    }

    private void drain() {
        rate = new TransferRateMonitor(LONGEST_DRAIN);
        kept = false;
        long end = bytes + MOST_DRAINED;
        var dropped = new DiscardingBuffer();
        try {
            while (!whole && bytes < end) {
                doRead(dropped);
            }
        } catch (IOException e) {
            LOG.debug("the unread rest of a request body did not arrive", e);
        }
    }
}
