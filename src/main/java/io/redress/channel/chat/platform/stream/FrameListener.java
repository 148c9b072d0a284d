package io.redress.channel.chat.platform.stream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a WebSocket, a frame at a time: nothing more is read before {@link #next}, so that a flood waits in the network and not
 * in the hub's memory.
 */
abstract class FrameListener implements WebSocket.Listener {

    private final int maxBytes;
    private final FrameBuffer buffer;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean busy;
    private volatile boolean leaving;
    private volatile @Nullable WebSocket socket;

    FrameListener(int maxBytes) {
        this.maxBytes = maxBytes;
        this.buffer = new FrameBuffer(maxBytes);
    }

    /** A whole text frame; {@link #next} is called when it was processed. */
    abstract void received(String text);

    /** Something that is not taken and needs no {@link #next}. */
    abstract void notTaken(String why);

    /** Nothing more comes. */
    abstract void end(String why);

    abstract boolean isEnded();

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (isEnded()) { // nobody waits for it any more
            opened.abort();
            return;
        }
        heard(opened);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        buffer.add(data);
        if (buffer.isEndless()) {
            from.abort();
            end("it sent a frame that never ended");
            return null;
        }
        String whole = last ? buffer.whole() : null;
        if (whole == null || leaving) {
            heard(from);
            if (last && !leaving) {
                notTaken("a frame of more than " + maxBytes + " bytes");
            }
            return null;
        }
        busy = true;
        received(whole);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        heard(from);
        if (last) {
            notTaken("a frame that is not text");
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) { // the client itself sends the pong
        heard(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heard(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end("it was closed with " + code + (reason.isEmpty() ? "" : ", " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("it broke: " + error.getClass().getSimpleName());
    }

    private void heard(WebSocket from) {
        heardAt = System.nanoTime();
        from.request(1);
    }

    /** The last frame was processed: the next may come. */
    void next() {
        busy = false;
        WebSocket open = socket;
        if (open != null) {
            heard(open);
        }
    }

    /** Frames are thrown away from now on; the platform sends them again. */
    void leave() {
        leaving = true;
    }

    /** Whether nothing was heard for longer than this; while a frame is processed nothing is read, and so nothing heard. */
    boolean isSilentFor(Duration time) {
        return !busy && System.nanoTime() - heardAt > time.toNanos();
    }

    /** Null while it is not open. */
    @Nullable
    WebSocket socket() {
        return socket;
    }
}
