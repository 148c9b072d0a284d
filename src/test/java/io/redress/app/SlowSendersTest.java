package io.redress.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a web server of its own, with a patience of a second. */
class SlowSendersTest {

    @TempDir
    Path folder;

    private final Tomcat server = new Tomcat();

    @BeforeEach
    void start() throws LifecycleException {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.getConnector();
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/", "reader");
        server.getEngine().getPipeline().addValve(new SlowSenders(Duration.ofSeconds(1)));
        server.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.stop();
        server.destroy();
    }

    @Test
    void a_body_that_comes_by_drops_is_answered_and_its_connection_closed() throws IOException {
        try (var socket = post(1_000_000)) {
            OutputStream out = socket.getOutputStream();
            assertThatCode(() -> {
                        for (int i = 0; i < 200; i++) {
                            out.write('x');
                            out.flush();
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                        }
                    })
                    .as("ten seconds of drops")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_body_that_comes_in_time_is_read_whole() throws IOException {
        try (var socket = post(300_000)) {
            socket.getOutputStream().write(new byte[300_000]);
            assertThat(answer(socket)).contains("HTTP/1.1 200", "300000");
        }
    }

    private Socket post(int length) throws IOException {
        var socket = new Socket("127.0.0.1", server.getConnector().getLocalPort());
        socket.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static final class Reader extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                response.getWriter().print(request.getInputStream().readAllBytes().length);
            } catch (IOException e) {
                response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            }
        }
    }
}
