package io.redress.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * The memory that downloads may hold together: a file is read whole, since only then it is known to be what was stored. A page that
 * shows a dozen photos would else fill a small heap, and with it the intake's.
 */
@Component
public class DownloadMemory {

    private static final long LEAST = 64L << 20;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int KILOBYTE = 1024;

    /** What decrypting a file takes beside the file. */
    private static final int TIMES = 2;

    private final int kilobytes;
    private final Semaphore room;
    private final Duration wait;

    @Autowired
    DownloadMemory() {
        this(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 4), WAIT);
    }

    /** @param wait how long a download waits for room before it is refused */
    DownloadMemory(long bytes, Duration wait) {
        this.kilobytes = Math.toIntExact(Math.min(bytes / KILOBYTE, Integer.MAX_VALUE));
        this.room = new Semaphore(kilobytes, true);
        this.wait = wait;
    }

    /**
     * Answers with a file, to be saved.
     *
     * @param name as its sender may have written it
     * @param size bytes
     * @throws ErrorResponseException 503 when there is no room in time
     */
    public void send(HttpServletResponse answer, String name, long size, Supplier<byte[]> content) throws IOException {
        send(answer, Download.headers(name), size, content);
    }

    /**
     * Answers with a picture, to be looked at: a browser may do nothing but draw it.
     *
     * @param contentType of the bytes, by their content
     */
    public void show(HttpServletResponse answer, String contentType, long size, Supplier<byte[]> content)
            throws IOException {
        send(answer, Download.picture(contentType), size, content);
    }

    private void send(HttpServletResponse answer, HttpHeaders headers, long size, Supplier<byte[]> content)
            throws IOException {
        int share = (int) Math.min(kilobytes, 1 + TIMES * size / KILOBYTE);
        if (!isTaken(share)) {
            throw ApiProblem.unavailable(
                    "More files are downloaded at once than there is memory for",
                    "Try again when some of them have ended, or give the hub more memory (-Xmx).");
        }
        try {
            byte[] bytes = content.get();
            headers.forEach((header, values) -> values.forEach(value -> answer.setHeader(header, value)));
            answer.setContentLength(bytes.length);
            answer.getOutputStream().write(bytes);
        } finally {
            room.release(share);
        }
    }

    private boolean isTaken(int share) {
        try {
            return room.tryAcquire(share, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
