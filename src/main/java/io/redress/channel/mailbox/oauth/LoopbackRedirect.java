package io.redress.channel.mailbox.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Takes the redirect of a browser on this machine (RFC 8252, 7.3), at a free port of loopback. */
public final class LoopbackRedirect implements AutoCloseable {

    private final HttpServer server;

    public LoopbackRedirect() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    }

    /** Where the browser is to be sent. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Listens.
     *
     * @param isMeant whether an address is what is waited for; others are refused
     * @param take is given that address
     */
    public void start(Predicate<String> isMeant, Consumer<String> take) {
        server.createContext("/", exchange -> {
            String address = uri() + exchange.getRequestURI();
            boolean meant = exchange.getRequestMethod().equals("GET") && isMeant.test(address);
            answer(
                    exchange,
                    meant ? 200 : 404,
                    meant ? "Thank you. The command goes on; this page can be closed.\n" : "Not found\n");
            if (meant) {
                take.accept(address);
            }
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
