package io.redress.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.redress.intake.Arrival;
import io.redress.intake.CanonicalComplaint;
import io.redress.mapping.Mapping;
import io.redress.ticket.Customer;
import io.redress.ticket.Lookup;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what to ask whom about a complaint, keeps the answers for a while, and puts them into the complaint. Asking itself
 * is the routes' business: {@code routes/18-lookups.camel.yaml}.
 */
public final class LookupService {

    /** Answers that are kept at a time; the least used go first. */
    private static final int MOST_KEPT = 50_000;

    /** After a failure, others do not wait for the same answer. */
    private static final Duration KEEP_MISSED = Duration.ofSeconds(10);

    private final Supplier<LookupRules> rules;
    private final Predicate<String> connected;
    private final Function<String, Mapping> mappings;
    private final Clock clock;
    private final Cache<LookupRequest, LookupResult> answers;

    /**
     * The desk.
     *
     * @param connected whether the route of a lookup runs
     * @param mappings by name
     * @param keep how long an answer is used again
     */
    public LookupService(
            Supplier<LookupRules> rules,
            Predicate<String> connected,
            Function<String, Mapping> mappings,
            Clock clock,
            Duration keep) {
        this.rules = rules;
        this.connected = connected;
        this.mappings = mappings;
        this.clock = clock;
        answers = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .ticker(() -> clock.millis() * 1_000_000)
                .expireAfter(Expiry.writing((LookupRequest request, LookupResult result) ->
                        result instanceof LookupResult.Missed ? KEEP_MISSED : keep))
                .build();
    }

    /** What is to be asked now: what was answered a while ago is known. */
    public List<LookupRequest> questions(Arrival arrival) {
        return arrival.reading() instanceof CanonicalComplaint complaint
                        && !complaint.hints().isHistory()
                ? all(complaint.customer(), complaint.product()).stream()
                        .filter(request -> answers.getIfPresent(request) == null)
                        .toList()
                : List.of();
    }

    /** As {@link #questions(Arrival)}, for arrivals that came together; each once. */
    public List<LookupRequest> questions(List<Arrival> arrivals) {
        return arrivals.stream()
                .flatMap(arrival -> questions(arrival).stream())
                .distinct()
                .toList();
    }

    /** What one system is asked about a ticket; empty when it is not asked any more. */
    public Optional<LookupRequest> question(String lookup, Ticket ticket) {
        return rules.get()
                .rule(lookup)
                .filter(rule -> connected.test(rule.name()))
                .flatMap(rule -> rule.question(ticket.customer(), ticket.product()));
    }

    private List<LookupRequest> all(Customer customer, Product product) {
        return rules.get().all().stream()
                .filter(rule -> connected.test(rule.name()))
                .flatMap(rule -> rule.question(customer, product).stream())
                .toList();
    }

    /** A system answered; the body as {@link LookupResultReader#read} has it. */
    public void answered(LookupRequest request, @Nullable Object body) {
        rules.get()
                .rule(request.lookup())
                .map(rule -> new LookupResultReader(mappings.apply(rule.mapping()), rule.facts())
                        .read(body, clock.instant()))
                .ifPresent(result -> answers.put(request, result));
    }

    /** A system could not be asked. */
    public void missed(LookupRequest request, Throwable why) {
        answers.put(request, new LookupResult.Missed(clock.instant(), reason(why)));
    }

    /** The kind of failure: the words of others may be about people. */
    private static String reason(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return "the system could not be queried (" + cause.getClass().getSimpleName() + ")";
    }

    /** The arrival with what is known by now; whoever has not answered is not waited for. */
    public Arrival complete(Arrival arrival) {
        if (!(arrival.reading() instanceof CanonicalComplaint complaint)
                || complaint.hints().isHistory()) {
            return arrival;
        }
        List<LookupRequest> asked = all(complaint.customer(), complaint.product());
        if (asked.isEmpty()) {
            return arrival;
        }
        Customer customer = complaint.customer();
        Product product = complaint.product();
        List<Lookup> lookups = new ArrayList<>();
        for (LookupRequest request : asked) {
            LookupResult result = answer(request);
            if (result instanceof LookupResult.Found found) {
                customer = customer.or(found.customer(), request.lookup());
                product = product.or(found.product());
            }
            lookups.add(lookup(request, result));
        }
        return new Arrival(arrival.raw(), complaint.completed(customer, product), lookups);
    }

    /** As {@link #complete(Arrival)}, in the same order. */
    public List<Arrival> complete(List<Arrival> arrivals) {
        return arrivals.stream().map(this::complete).toList();
    }

    /** The ticket with what a system has told meanwhile; empty while it still has not. */
    public Optional<Ticket> complete(Ticket ticket, LookupRequest request) {
        LookupResult result = answer(request);
        if (result instanceof LookupResult.Missed) {
            return Optional.empty();
        }
        List<Lookup> lookups = new ArrayList<>(ticket.lookups());
        lookups.removeIf(lookup -> lookup.name().equals(request.lookup()));
        lookups.add(lookup(request, result));
        return Optional.of(
                result instanceof LookupResult.Found found
                        ? ticket.completed(
                                ticket.customer().or(found.customer(), request.lookup()),
                                ticket.product().or(found.product()),
                                lookups)
                        : ticket.completed(ticket.customer(), ticket.product(), lookups));
    }

    /** Why a system has not answered. */
    public String whyMissed(LookupRequest request) {
        return answer(request) instanceof LookupResult.Missed missed ? missed.reason() : "";
    }

    private LookupResult answer(LookupRequest request) {
        LookupResult result = answers.getIfPresent(request);
        return result == null ? new LookupResult.Missed(clock.instant(), "the system did not answer in time") : result;
    }

    private static Lookup lookup(LookupRequest request, LookupResult result) {
        if (result instanceof LookupResult.Found found) {
            return new Lookup(request.lookup(), Lookup.State.FOUND, found.at(), null, found.facts());
        }
        return result instanceof LookupResult.Missed missed
                ? Lookup.missed(request.lookup(), missed.at(), missed.reason())
                : new Lookup(request.lookup(), Lookup.State.NOTHING, result.at(), null, Map.of());
    }
}
