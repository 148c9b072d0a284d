package io.redress.servicelevel;

import io.redress.config.InvalidConfiguration;
import io.redress.ticket.Priority;
import io.redress.ticket.ServiceLevel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By when a ticket must be answered and solved, as {@code config/service-levels.yaml} promises. Immutable. */
public final class ServiceLevels {

    /** The two limits of a policy or a priority. */
    record Limits(
            Limit firstResponse,
            Limit resolution,
            BusinessCalendar calendar,
            @Nullable String tell) {}

    private final Map<String, Limits> policies;
    private final Map<Priority, Limits> priorities;

    ServiceLevels(Map<String, Limits> policies, Map<Priority, Limits> priorities) {
        this.policies = policies;
        this.priorities = priorities;
    }

    /**
     * Reads {@code service-levels.yaml} and the calendars that it names.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static ServiceLevels read(Path configDir) {
        return new ServiceLevelsReading(configDir).read();
    }

    /** The names that categories may use. */
    public Set<String> policies() {
        return policies.keySet();
    }

    /** Who must hear at once of a ticket of this priority, such as {@code manager}. */
    public Optional<String> tellsAtOnce(Priority priority) {
        return Optional.ofNullable(priorities.get(priority)).map(Limits::tell);
    }

    /**
     * The instants at which the two limits are reached; a raised priority can only make them earlier.
     *
     * @param policy one of {@link #policies()}
     * @throws IllegalArgumentException for an unknown policy, which a checked configuration cannot name
     */
    public ServiceLevel due(String policy, Priority priority, Instant receivedAt) {
        Limits limits = policies.get(policy);
        if (limits == null) {
            throw new IllegalArgumentException("no service-level policy '" + policy + "', only " + policies.keySet());
        }
        Instant response = limits.firstResponse().after(receivedAt, limits.calendar());
        Instant resolution = limits.resolution().after(receivedAt, limits.calendar());
        Limits raised = priorities.get(priority);
        if (raised != null) {
            response = earlier(response, raised.firstResponse().after(receivedAt, raised.calendar()));
            resolution = earlier(resolution, raised.resolution().after(receivedAt, raised.calendar()));
        }
        return new ServiceLevel(policy, response, resolution);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
