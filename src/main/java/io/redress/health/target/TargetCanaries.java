package io.redress.health.target;

import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.settings.ticket.DeliverySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the canary of each connected target when {@code routes/62-canaries.camel.yaml} says, so that it is known to be away
 * before a ticket finds out. Each node asks for itself: one may reach a target that another does not.
 */
@Component
public class TargetCanaries {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, URI> addresses;
    private final Targets targets;
    private final boolean isAskedFromTheStart;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private volatile boolean asked;

    TargetCanaries(Targets targets, DeliverySettings settings) {
        this.targets = targets;
        this.addresses = Map.copyOf(settings.canaries());
        this.isAskedFromTheStart = settings.canaryCron() == null;
    }

    /** Asks all, one after the other. */
    public void look() {
        Set<String> connected = targets.connected().stream().map(Target::name).collect(Collectors.toSet());
        problems.keySet().retainAll(connected);
        addresses.forEach((target, address) -> {
            if (connected.contains(target)) {
                problem(address)
                        .ifPresentOrElse(problem -> problems.put(target, problem), () -> problems.remove(target));
            }
        });
        asked = true;
    }

    /**
     * What was wrong with a target's canary when it was asked last; empty when nothing was, or it has none, or it is not asked
     * before a time that a cron expression names.
     */
    Optional<String> problem(String target) {
        if (isAskedFromTheStart && !asked && addresses.containsKey(target)) {
            return Optional.of("was not asked since the start; route canaries (routes/62-canaries.camel.yaml) asks it");
        }
        return Optional.ofNullable(problems.get(target));
    }

    private Optional<String> problem(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status < 500 ? Optional.empty() : Optional.of("answers " + status);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
