package io.redress.camel.delivery;

import io.redress.delivery.CircuitBreakers;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.delivery.mapping.TargetMapping;
import io.redress.delivery.mapping.TargetMappings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.component.resilience4j.ResilienceProcessor;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteAddedEvent;
import org.apache.camel.spi.CamelEvent.RouteEvent;
import org.apache.camel.spi.CamelEvent.RouteRemovedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * The targets whose routes Camel has: those that begin with kamelet {@code delivery-source}. Camel tells of each before
 * anything starts, so that no ticket comes in before its targets are known; and while an edited file takes the place of
 * the old one, its target stays connected for a minute.
 */
public final class ConnectedTargets extends EventNotifierSupport implements Targets, CircuitBreakers {

    public static final String KAMELET = "delivery-source";

    private static final long GRACE = Duration.ofMinutes(1).toNanos();

    private final Supplier<TargetMappings> mappings;
    private final Map<String, Connected> connected = new ConcurrentHashMap<>();

    /**
     * @param inner the kamelet's own route
     * @param removedAt null while the route is there
     */
    private record Connected(
            Target target,
            Route route,
            String inner,
            @Nullable Long removedAt) {}

    public ConnectedTargets(Supplier<TargetMappings> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteAddedEvent || event instanceof RouteRemovedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        Route route = ((RouteEvent) event).getRoute();
        if (!(route.getEndpoint() instanceof KameletEndpoint kamelet)
                || !kamelet.getTemplateId().equals(KAMELET)) {
            return;
        }
        Target target = target(kamelet.getKameletProperties());
        Long removedAt = event instanceof RouteRemovedEvent ? (Long) System.nanoTime() : null;
        connected.put(target.name(), new Connected(target, route, kamelet.getRouteId(), removedAt));
    }

    private static Target target(Map<String, Object> given) {
        String categories = Objects.toString(given.get("categories"), "*");
        Set<String> keys = Arrays.stream(categories.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty() && !key.equals("*"))
                .collect(Collectors.toSet());
        String name = String.valueOf(given.get("target"));
        return new Target(name, Objects.toString(given.get("mapping"), name), keys);
    }

    @Override
    public List<Target> connected() {
        if (connected.isEmpty()) {
            return List.of();
        }
        long now = System.nanoTime();
        connected.values().removeIf(one -> one.removedAt() != null && now - one.removedAt() > GRACE);
        var byName = new TreeMap<String, Target>();
        connected.values().forEach(one -> byName.put(one.target().name(), one.target()));
        return List.copyOf(byName.values());
    }

    @Override
    public boolean wants(Target target, String kind, @Nullable String status) {
        TargetMapping mapping = mappings.get().byName().get(target.mapping());
        return mapping != null && mapping.wants(kind, status);
    }

    @Override
    public String state(String target) {
        Connected one = connected.get(target);
        if (one == null || one.removedAt() != null) {
            return "none";
        }
        var camel = one.route().getCamelContext();
        Route inner = camel.getRoute(one.inner());
        boolean runs = inner != null
                && camel.getRouteController().getRouteStatus(one.inner()).isStarted()
                && camel.getRouteController()
                        .getRouteStatus(one.route().getRouteId())
                        .isStarted();
        return !runs
                ? "none"
                : inner.filter("*").stream()
                        .filter(ResilienceProcessor.class::isInstance)
                        .map(breaker -> ((ResilienceProcessor) breaker).getCircuitBreakerState())
                        .map(state -> state.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .findFirst()
                        .orElse("closed");
    }
}
