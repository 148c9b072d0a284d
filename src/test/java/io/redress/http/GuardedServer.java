package io.redress.http;

import io.redress.handoff.ConcurrencyCounter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A web server with the hub's limits, and a servlet that counts a body's bytes, or leaves it alone. */
final class GuardedServer implements AutoCloseable {

    final List<String> news = new ArrayList<>();
    final RejectedRequestMetrics refusals = new RejectedRequestMetrics(System::nanoTime, news::add);
    final ActiveRequestBodies bodies;
    final RequestBodyMemory memory;

    private final Tomcat server = new Tomcat();
    private final List<Socket> sockets = new ArrayList<>();

    /** The time of headers is a second; a whole body has six. */
    GuardedServer(Path folder, int byAddress, int mostBodies, long memoryBytes, int connections, Duration patience)
            throws LifecycleException {
        bodies = new ActiveRequestBodies(mostBodies, patience);
        memory = new RequestBodyMemory(memoryBytes, Duration.ofMillis(200), System::nanoTime);
        server.setBaseDir(folder.toString());
        var connector = new Connector(GuardedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("maxThreads", "50");
        connector.setProperty("continueResponseTiming", "onRead");
        var policy = new ConnectionPolicy(connections, "127.0.0.9"::equals, Duration.ofSeconds(1));
        ((GuardedProtocol) connector.getProtocolHandler()).guard(policy, bodies, refusals);
        server.setConnector(connector);
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/", "reader");
        server.getEngine()
                .getPipeline()
                .addValve(new RequestAdmissionValve(
                        new ConcurrencyCounter(byAddress),
                        bodies,
                        memory,
                        refusals,
                        Duration.ofSeconds(6),
                        System::nanoTime));
        server.start();
    }

    Socket connect() throws IOException {
        return connect("127.0.0.1");
    }

    /** @param from one of the many addresses of the loopback */
    Socket connect(String from) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.getConnector().getLocalPort()));
        socket.setSoTimeout(15_000);
        return socket;
    }

    Socket send(String from, String text) throws IOException {
        Socket socket = connect(from);
        write(socket, text);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** All that comes until the server closes the connection. */
    static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    static String post(int length) {
        return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Override
    public void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    private static final class Reader extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().startsWith("/assets")) {
                response.getWriter().print("asset");
                return;
            }
            try {
                response.getWriter().print(request.getInputStream().readAllBytes().length + " bytes");
            } catch (IOException e) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST); // too late: the sender has its answer
                response.getWriter().print("unreadable");
            }
        }
    }
}
