package io.redress.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * A process of its own that does the hub's job with as little as it takes: a complaint comes by HTTP, gets a category by
 * words, and is stored and queued in PostgreSQL before it is answered. No number, ledger, clock or reason.
 *
 * <p>Arguments: port, database, connections, and the most complaints that are written in one transaction. Ends with its
 * standard input.
 */
final class ReferenceServer {

    private static final int WRITERS = 2;
    private static final int ACCEPTED = 202;

    private final ObjectMapper json = new ObjectMapper();
    private final WordCategories categories;
    private final ComplaintStore store;

    private ReferenceServer(WordCategories categories, ComplaintStore store) {
        this.categories = categories;
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        QuietLogs.onlyWarnings();
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[2]);
        int most = Integer.parseInt(arguments[3]);
        DataSource database = database(arguments[1], most > 1 ? WRITERS : connections);
        ComplaintStore.Transaction transaction = complaints -> {
            try (Connection connection = database.getConnection()) {
                QueueTables.store(connection, complaints);
            }
        };
        ComplaintStore store = most > 1
                ? new GroupedStore(transaction, most, WRITERS)
                : complaint -> transaction.write(List.of(complaint));
        var reference = new ReferenceServer(WordCategories.in(Path.of("src/test/bench/words.json")), store);
        // The JDK's server writes head and body apart, and would wait for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(connections));
        server.createContext("/complaints", reference::receive);
        server.createContext("/ready", exchange -> answer(exchange, 200));
        server.start();
        System.in.transferTo(System.err);
        System.exit(0);
    }

    private static DataSource database(String url, int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword(RawBroker.PASSWORD);
        pool.setMaximumPoolSize(connections);
        return new HikariDataSource(pool);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try {
            String document = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String category = categories.of(json.readTree(document).path("text").asText());
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            store.store(new ComplaintStore.Complaint(key, category, document));
            answer(exchange, ACCEPTED);
        } catch (Exception e) {
            e.printStackTrace();
            answer(exchange, 500);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
