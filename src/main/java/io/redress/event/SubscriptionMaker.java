package io.redress.event;

import io.redress.configfile.Suggestion;
import io.redress.ticket.KeyedEnum;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes subscriptions and their secrets, which are shown once. */
public final class SubscriptionMaker {

    /** For as long as this the secret before a rotation signs, too. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final EventSubscriptions subscriptions;
    private final SubscriberAddresses addresses;
    private final Supplier<Set<String>> categories;
    private final Clock clock;

    /** @param categories keys of those that tickets have */
    public SubscriptionMaker(
            EventSubscriptions subscriptions,
            SubscriberAddresses addresses,
            Supplier<Set<String>> categories,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param categories empty: tickets of all
     */
    public record Asked(String name, String url, List<String> types, List<String> categories) {}

    /** What came of it. */
    public sealed interface Result {}

    /** @param secret {@code whsec_…}, which nobody sees a second time */
    public record Made(String name, String secret) implements Result {

        /** So that no log shows it. */
        @Override
        public String toString() {
            return "subscription " + name;
        }
    }

    /**
     * It was not made.
     *
     * @param member of what was asked for
     * @param taken its name is in use
     */
    public record Refused(String member, String problem, String remedy, boolean taken) implements Result {}

    public Result make(Asked asked, String by) {
        Refused refused = problem(asked);
        if (refused != null) {
            return refused;
        }
        String secret = secret();
        var subscription = new EventSubscription(
                asked.name(), asked.url(), asked.types(), asked.categories(), now(), by, null, null, null);
        return subscriptions.add(subscription, secret)
                ? new Made(asked.name(), secret)
                : new Refused("name", "A webhook named " + asked.name() + " exists", "Give another name.", true);
    }

    /** A new secret; the one before goes on signing beside it for a day. Nothing when there is none of that name. */
    public Optional<Made> rotate(String name) {
        String secret = secret();
        return subscriptions.rotate(name, secret, now().plus(OVERLAP))
                ? Optional.of(new Made(name, secret))
                : Optional.empty();
    }

    private @Nullable Refused problem(Asked asked) {
        if (!NAME.matcher(asked.name()).matches()) {
            return invalid(
                    "name",
                    "name must be of at most 41 small letters, digits and hyphens",
                    "Name the system that gets them.");
        }
        String url = addresses.problem(asked.url());
        if (url != null) {
            return invalid("url", url, "Give the address at which the other system takes webhooks.");
        }
        List<String> known = SUBSCRIBABLE;
        for (String type : asked.types()) {
            if (!known.contains(type)) {
                return invalid("types", "There is no event '" + type + "'", Suggestion.remedy(type, Set.copyOf(known)));
            }
        }
        if (asked.types().isEmpty()) {
            return invalid("types", "A webhook without event types gets nothing", "Name some of " + known + ".");
        }
        for (String category : asked.categories()) {
            if (!categories.get().contains(category)) {
                return invalid(
                        "categories",
                        "There is no category '" + category + "'",
                        Suggestion.remedy(category, categories.get()));
            }
        }
        return null;
    }

    /** Keys of the types that somebody can subscribe to. */
    public static final List<String> SUBSCRIBABLE = KeyedEnum.keys(EventType.class).stream()
            .filter(type -> !type.equals(EventType.WEBHOOK_TEST.key()))
            .toList();

    private static Refused invalid(String member, String problem, String remedy) {
        return new Refused(member, problem, remedy, false);
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return "whsec_" + Base64.getEncoder().encodeToString(random);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
