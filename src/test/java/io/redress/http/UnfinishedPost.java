package io.redress.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A post that announces a gigabyte, sends some of it, and then waits with the connection open. */
public final class UnfinishedPost {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private UnfinishedPost() {}

    /**
     * The status by which it is answered.
     *
     * @param sent bytes of the body, all of them {@code x}
     * @throws java.net.SocketTimeoutException when it is not answered before its end
     */
    public static int status(int port, String path, int sent, String... headers) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((head + "x".repeat(sent)).getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}
