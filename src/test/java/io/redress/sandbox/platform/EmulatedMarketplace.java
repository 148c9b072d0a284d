package io.redress.sandbox.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.feed.FeedServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A marketplace that lists reviews as {@code config/feeds/reviews.yaml} reads them: by the time of the last edit, two on a page. */
public final class EmulatedMarketplace implements AutoCloseable {

    private static final int PAGE = 2;

    private final Map<String, ObjectNode> reviews = new LinkedHashMap<>();
    private final FeedServer server;

    /** @param port 0 for a free one */
    public EmulatedMarketplace(int port) {
        server = new FeedServer(port);
        server.answers(this::page);
    }

    /** The settings of a hub that polls it. */
    public Map<String, String> settings() {
        return new TreeMap<>(Map.of(
                "reviews.enabled", "true",
                "reviews.api", server.address(),
                "reviews.period", "300",
                "reviews.token", "marketplace-token-for-trials"));
    }

    /** Somebody writes a review, or edits the one of that id. */
    public synchronized void publish(String id, int rating, String title, String text, String author) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("id", id).put("rating", rating).put("title", title).put("text", text);
        review.putObject("author").put("alias", author).put("id", "u-" + author);
        review.put("orderNo", "M-" + id).put("product", "Kettle K2").put("store", "Marketplace");
        review.put("updatedAt", Instant.now().toString()).put("status", "published");
        reviews.remove(id);
        reviews.put(id, review);
    }

    private synchronized FeedServer.Answer page(String request) {
        Map<String, String> query = query(request);
        Instant since = Instant.parse(query.get("updated_since"));
        int from = query.get("cursor").isEmpty() ? 0 : Integer.parseInt(query.get("cursor"));
        List<ObjectNode> due = reviews.values().stream()
                .filter(review ->
                        !Instant.parse(review.path("updatedAt").asText()).isBefore(since))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode data = answer.putObject("data");
        int to = Math.min(due.size(), from + PAGE);
        data.putArray("reviews").addAll(due.subList(Math.min(from, to), to));
        data.put("nextCursor", to < due.size() ? String.valueOf(to) : null);
        return FeedServer.Answer.ok(answer.toString());
    }

    private static Map<String, String> query(String request) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : URI.create(request).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.close();
    }
}
