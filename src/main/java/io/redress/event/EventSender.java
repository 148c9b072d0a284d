package io.redress.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.RetryAfter;
import io.redress.delivery.http.WebhookSignature;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes requests of events, and decides by each answer how it goes on. Route {@code 65-event-requests} sends them. */
public final class EventSender {

    /** After the first failure, the second …: three days together, after which a subscription is disabled. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final int GONE = 410;

    private final EventDeliveries deliveries;
    private final EventSubscriptions subscriptions;
    private final URI hub;
    private final DoubleSupplier dice;
    private final Clock clock;

    /**
     * @param hub the address at which staff reach the console
     * @param dice gives numbers from 0 up to 1
     */
    public EventSender(
            EventDeliveries deliveries, EventSubscriptions subscriptions, URI hub, DoubleSupplier dice, Clock clock) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.hub = hub;
        this.dice = dice;
        this.clock = clock;
    }

    /** The request of an order; null when the order is void. */
    public @Nullable EventRequest begin(EventOrder order) {
        return deliveries.begin(order).map(event -> request(order, event)).orElse(null);
    }

    private EventRequest request(EventOrder order, OutgoingEvent event) {
        URI url = URI.create(event.url());
        String query = url.getRawQuery();
        String body = body(event);
        Map<String, String> headers = new LinkedHashMap<>();
        List<Map<String, String>> signed = event.secrets().stream()
                .map(secret -> new WebhookSignature(secret).headers(event.id(), clock.instant(), body))
                .toList();
        signed.forEach(headers::putAll);
        headers.put(
                WebhookSignature.HEADER,
                signed.stream().map(one -> one.get(WebhookSignature.HEADER)).collect(Collectors.joining(" ")));
        String address = query == null
                ? event.url()
                : event.url().substring(0, event.url().indexOf('?'));
        return new EventRequest(order, address, query, headers, body);
    }

    private String body(OutgoingEvent event) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (event.type().isOfTicket()) {
            data.put("number", event.subject())
                    .put("category", event.category())
                    .put("priority", event.priority())
                    .put("status", event.status())
                    .put(
                            "url",
                            hub.resolve("/console/tickets/" + event.subject()).toString());
        } else {
            data.put("name", event.subject())
                    .put("url", hub.resolve("/console/operations").toString());
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", event.type().key())
                .put("timestamp", event.occurred().toString())
                .<ObjectNode>set("data", data)
                .toString();
    }

    /**
     * Takes in an answer.
     *
     * @param status 2xx: it has arrived; 410: the subscriber wants nothing more; any other: it is tried again
     * @param retryAfter the header of that name (RFC 9110, 10.2.3); null without one
     */
    public void answered(EventRequest request, int status, @Nullable String retryAfter) {
        if (status / 100 == 2) {
            deliveries.delivered(request.order(), String.valueOf(status));
            return;
        }
        String answer = "answered " + status;
        if (status == GONE) {
            deliveries.failed(request.order(), answer);
            disable(request.order(), "It answered 410 Gone: it wants no more events");
            return;
        }
        again(request.order(), answer, RetryAfter.pause(retryAfter, clock.instant()));
    }

    /** Takes in that there was no answer. Only the kind of the error is kept: it may quote what a stranger sent. */
    public void failed(EventRequest request, Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        again(
                request.order(),
                root instanceof AddressNotPermitted refused
                        ? String.valueOf(refused.getMessage())
                        : root.getClass().getSimpleName(),
                null);
    }

    private void again(EventOrder order, String answer, @Nullable Duration asked) {
        int attempt = deliveries.attempts(order);
        if (attempt > PAUSES.size()) {
            deliveries.failed(order, answer);
            disable(order, "It took an event at none of " + attempt + " attempts: " + answer);
            return;
        }
        Duration pause = PAUSES.get(Math.max(attempt, 1) - 1);
        Duration spread = pause.plusMillis((long) (pause.toMillis() * dice.getAsDouble() / 10));
        Duration least = asked == null || asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        Instant until = clock.instant().plus(least != null && least.compareTo(spread) > 0 ? least : spread);
        deliveries.putOff(order, until, answer);
    }

    private void disable(EventOrder order, String why) {
        String name = deliveries.subscriber(order);
        if (name != null && subscriptions.disable(name, clock.instant(), why)) {
            LOG.warn("Webhook {} was disabled: {}", name, why);
        }
    }

    /** Removes what ended more than thirty days ago. */
    public void cleanUp() {
        deliveries.removeBefore(clock.instant().minus(KEPT));
    }
}
