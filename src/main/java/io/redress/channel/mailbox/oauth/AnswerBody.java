package io.redress.channel.mailbox.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads bodies of HTTP answers: the time limit of Java's client ends with an answer's head. */
public final class AnswerBody {

    private AnswerBody() {}

    /**
     * Reads a body as far as it is wanted.
     *
     * @param most bytes
     * @param limit what it may take
     * @throws IOException when it breaks off, or is not there in time
     */
    public static byte[] read(InputStream body, int most, Duration limit) throws IOException {
        var end = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return body.readNBytes(most);
        } finally {
            end.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
