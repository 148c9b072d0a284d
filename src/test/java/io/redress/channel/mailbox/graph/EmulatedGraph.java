package io.redress.channel.mailbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of Microsoft Graph that a mailbox needs, on loopback, with pages of two mails. */
final class EmulatedGraph implements AutoCloseable {

    static final String TOKEN = "graph-token";
    private static final String USER = "/v1.0/users/c%40redress.test";
    private static final Pattern MESSAGE = Pattern.compile("/messages/([^/?]+)(.*)");
    private static final Pattern FOLDER = Pattern.compile("/mailFolders/([^/?]+)(/messages)?\\?.*");

    /** By id. */
    final Map<String, byte[]> mails = new ConcurrentSkipListMap<>();

    final Map<String, String> folderOf = new ConcurrentHashMap<>();
    final Map<String, String> folders = new ConcurrentHashMap<>(Map.of("inbox", "id-inbox", "junkemail", "id-junk"));
    final Set<String> read = ConcurrentHashMap.newKeySet();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Long> times = new CopyOnWriteArrayList<>();
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    volatile int busy;
    volatile String foreignPage = "";

    private final HttpServer server;

    EmulatedGraph() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void deliver(String folder, String id, String word) {
        String mail = "From: Li <li@example.com>\r\nTo: c@redress.test\r\nSubject: Order " + word
                + "\r\n\r\nThe fridge does not cool any more.\r\n";
        folderOf.put(id, folder);
        mails.put(id, mail.getBytes(UTF_8));
    }

    long count(String request) {
        return asked.stream().filter(one -> one.startsWith(request)).count();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            times.add(System.nanoTime());
            asked.add(exchange.getRequestMethod() + " " + path);
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"bad\"}}");
            } else if (busy > 0) {
                busy--;
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"slow down\"}}");
            } else if (!path.startsWith(USER)
                    || !"IdType=\"ImmutableId\""
                            .equals(exchange.getRequestHeaders().getFirst("Prefer"))) {
                answer(exchange, 400, "{}");
            } else {
                answer(exchange, path.substring(USER.length()), body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, String path, String body) throws IOException {
        Matcher message = MESSAGE.matcher(path);
        Matcher folder = FOLDER.matcher(path);
        if (message.matches()) {
            message(exchange, message.group(1), message.group(2), body);
        } else if (folder.matches() && folder.group(2) == null) {
            String id = folders.get(folder.group(1));
            answer(exchange, id == null ? 404 : 200, id == null ? "{}" : "{\"id\":\"" + id + "\"}");
        } else if (folder.matches()) {
            page(exchange, folder.group(1), path);
        } else if (exchange.getRequestMethod().equals("POST")) {
            String name = new ObjectMapper().readTree(body).path("displayName").asText();
            folders.put(name, "id-" + folders.size());
            answer(exchange, 201, "{\"id\":\"" + folders.get(name) + "\"}");
        } else {
            String name = URLDecoder.decode(path, UTF_8).replaceFirst(".*displayName eq '(.*)'", "$1");
            String id = folders.get(name.replace("''", "'"));
            answer(exchange, 200, "{\"value\":[" + (id == null ? "" : "{\"id\":" + TextNode.valueOf(id) + "}") + "]}");
        }
    }

    private void page(HttpExchange exchange, String folder, String path) throws IOException {
        int from = Integer.parseInt(path.contains("$skip=") ? path.replaceFirst(".*\\$skip=(\\d+).*", "$1") : "0");
        List<String> unread = new ArrayList<>();
        mails.keySet().stream()
                .filter(id -> folderOf.get(id).equals(folder) && !read.contains(id))
                .forEach(id -> unread.add("{\"id\":\"" + id + "\"}"));
        String next =
                "http://127.0.0.1:" + port() + USER + path.replaceFirst("&\\$skip=.*", "") + "&$skip=" + (from + 2);
        String link = unread.size() <= from + 2 ? "" : ",\"@odata.nextLink\":\"" + next + "\"";
        link = foreignPage.isEmpty() ? link : ",\"@odata.nextLink\":\"" + foreignPage + "\"";
        answer(
                exchange,
                200,
                "{\"value\":["
                        + String.join(",", unread.subList(from, Math.min(unread.size(), from + 2)))
                        + "]" + link + "}");
    }

    private void message(HttpExchange exchange, String id, String rest, String body) throws IOException {
        if (!mails.containsKey(id)) {
            answer(exchange, 404, "{\"error\":{\"code\":\"ErrorItemNotFound\"}}");
        } else if (rest.equals("/$value")) {
            if (broken.contains(id)) {
                answer(exchange, 500, "{\"error\":{\"code\":\"ErrorInternalServerError\"}}");
            } else {
                exchange.sendResponseHeaders(200, mails.get(id).length);
                exchange.getResponseBody().write(mails.get(id));
            }
        } else if (rest.equals("/move")) {
            folderOf.put(
                    id, new ObjectMapper().readTree(body).path("destinationId").asText());
            answer(exchange, 201, "{\"id\":\"" + id + "\"}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            mails.remove(id);
            exchange.sendResponseHeaders(204, -1);
        } else if (exchange.getRequestMethod().equals("PATCH")) {
            read.add(id);
            answer(exchange, 200, "{}");
        } else {
            answer(exchange, 200, "{\"parentFolderId\":\"" + folderOf.get(id) + "\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
