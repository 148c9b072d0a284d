package io.redress.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small case system by HTTP, which makes a second record when it is told twice. */
final class FaultyServer implements FaultyTarget, AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> records = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> told = Collections.synchronizedList(new ArrayList<>());
    final List<Map<String, String>> headers = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger token = new AtomicInteger(1);
    private final AtomicInteger left = new AtomicInteger();
    private volatile TargetFault fault = TargetFault.SLOW;

    FaultyServer() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void fail(TargetFault next, int times) {
        fault = next;
        left.set(times);
        if (next == TargetFault.EXPIRED_TOKEN) {
            token.incrementAndGet();
            left.set(0);
        }
    }

    @Override
    public List<String> records() {
        return List.copyOf(records);
    }

    @Override
    public List<String> told(String number) {
        return List.copyOf(told).stream()
                .filter(body -> body.path("reference").asText().equals(number))
                .map(JsonNode::toString)
                .toList();
    }

    @Override
    public int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.submit(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Void serve(Socket client) throws Exception {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String[] request = line(in).split(" ");
            Map<String, String> head = new HashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                head.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 2));
            }
            String body = new String(
                    in.readNBytes(Integer.parseInt(head.getOrDefault("content-length", "0"))), StandardCharsets.UTF_8);
            calls.incrementAndGet();
            if (fault == TargetFault.AWAY && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                client.setSoLinger(true, 0);
            } else if (request[1].equals("/token")) {
                answer(client, 200, "", "{\"access_token\":\"t" + token.get() + "\",\"expires_in\":3600}");
            } else if (!head.getOrDefault("authorization", "").equals("Bearer t" + token.get())) {
                answer(client, 401, "", "{\"error\":\"expired\"}");
            } else if (request[0].equals("GET")) {
                answer(client, 200, "", found(request[1].substring(request[1].indexOf('=') + 1)));
            } else {
                headers.add(head);
                write(client, json.readTree(body));
            }
        }
        return null;
    }

    private String found(String number) {
        int index = records.indexOf(number);
        return index < 0 ? "[]" : "[{\"id\":" + (index + 1) + "}]";
    }

    private void write(Socket client, JsonNode body) throws Exception {
        boolean fails = left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (fails && fault == TargetFault.TOO_MANY) {
            answer(client, 429, "Retry-After: 120\r\n", "slowly");
        } else if (fails && fault == TargetFault.ERROR) {
            answer(client, 500, "", "oh no");
        } else if (fails && fault == TargetFault.REFUSE) {
            answer(client, 422, "", "{\"error\":\"queue is unknown here\"}");
        } else {
            if (fails && fault == TargetFault.SLOW) {
                Thread.sleep(400);
            }
            int id = keep(body);
            answered(client, id, fails ? fault : TargetFault.SLOW);
        }
    }

    private synchronized int keep(JsonNode body) {
        told.add(body);
        if (!body.has("case") && !body.has("comment")) {
            records.add(body.path("reference").asText());
        }
        return records.size();
    }

    private static void answered(Socket client, int id, TargetFault how) throws Exception {
        switch (how) {
            case RESET -> {
                client.getOutputStream()
                        .write("HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{\"id\""
                                .getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
                client.setSoLinger(true, 0);
            }
            case SILENT_AFTER_COMMIT -> Thread.sleep(1_500);
            case DUPLICATE -> answer(client, 409, "", "{\"error\":\"exists\"}");
            case MALFORMED -> answer(client, 200, "", "<html>welcome");
            default -> answer(client, 201, "", "{\"id\":" + id + "}");
        }
    }

    private static void answer(Socket client, int status, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                + head + "Content-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().write(bytes);
        client.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
