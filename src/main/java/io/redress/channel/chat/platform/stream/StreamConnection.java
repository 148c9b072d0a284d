package io.redress.channel.chat.platform.stream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.lang3.StringUtils;

/** One connection of a channel to its platform. */
final class StreamConnection extends FrameListener {

    private static final int LONGEST_REASON = 100;

    /** Who opened it; called by the threads of the HTTP client. */
    interface Owner {

        /** A whole text frame; {@link StreamConnection#next} is called when it was processed. */
        void received(StreamConnection from, String text);

        /** Something that is not taken and needs no {@link StreamConnection#next}. */
        void notTaken(StreamConnection from, String why);

        /** Nothing more comes; told once. */
        void ended(StreamConnection connection);
    }

    private final StreamAccess access;
    private final Owner owner;
    private final long openedAt = System.nanoTime();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile boolean endingSoon;

    StreamConnection(StreamAccess access, Owner owner, int maxBytes) {
        super(maxBytes);
        this.access = access;
        this.owner = owner;
    }

    StreamAccess access() {
        return access;
    }

    @Override
    void received(String text) {
        owner.received(this, text);
    }

    @Override
    void notTaken(String why) {
        owner.notTaken(this, why);
    }

    @Override
    void end(String why) {
        if (end.complete(StringUtils.truncate(why, LONGEST_REASON))) {
            owner.ended(this);
        }
    }

    /** Tells the platform something, unless it cannot be told any more. One thread at a time. */
    void tell(String answer, Duration limit) throws InterruptedException {
        WebSocket open = socket();
        if (open == null || isEnded()) {
            return;
        }
        try {
            open.sendText(answer, true).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            abort("an answer could not be sent");
        }
    }

    /** Asks for a sign of life, or gives the connection up when there was none for too long. */
    void beat(Duration silence) {
        WebSocket open = socket();
        if (open == null || isEnded()) {
            return;
        }
        if (isSilentFor(silence)) {
            abort("nothing was heard for " + silence.toSeconds() + " s");
        } else {
            open.sendPing(ByteBuffer.allocate(0));
        }
    }

    /** Says goodbye; {@link #abort} ends it when the other side does not answer. */
    void close() {
        leave();
        WebSocket open = socket();
        if (open != null && !isEnded()) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "");
        }
    }

    void abort(String why) {
        WebSocket open = socket();
        if (open != null) {
            open.abort();
        }
        end(why);
    }

    /** The platform is about to end it, or it is to be replaced. */
    void endSoon() {
        endingSoon = true;
    }

    boolean isEndingSoon() {
        return endingSoon;
    }

    @Override
    boolean isEnded() {
        return end.isDone();
    }

    /** Why it ended; empty while it has not. */
    String whyEnded() {
        return end.getNow("");
    }

    /** Waits for the other side's goodbye; false when it did not come in time. */
    boolean isEndedWithin(Duration limit) throws InterruptedException {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedAt);
    }
}
