package io.redress.apikey;

import io.redress.configfile.Suggestion;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.TicketScope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes keys, which permit at most what their maker may do. */
public final class ApiKeyMaker {

    private static final int LONGEST_REASON = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ApiKeyStore store;
    private final StoredApiKeys known;
    private final Predicate<String> taken;
    private final Function<String, Set<String>> names;
    private final Clock clock;

    /**
     * @param taken whether a key of the settings or of a file has a name
     * @param names those of {@code teams} and of {@code categories}
     */
    public ApiKeyMaker(
            ApiKeyStore store,
            StoredApiKeys known,
            Predicate<String> taken,
            Function<String, Set<String>> names,
            Clock clock) {
        this.names = names;
        this.store = store;
        this.known = known;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param scopes see {@link KeyScopes}
     * @param expires null: never
     */
    public record Asked(
            String name,
            List<String> scopes,
            TicketScope tickets,
            @Nullable Instant expires) {}

    /** What came of it. */
    public sealed interface Result {}

    /** @param text the key, which nobody sees a second time */
    public record Made(ApiKey key, String text) implements Result {

        /** So that no log shows it. */
        @Override
        public String toString() {
            return key.toString();
        }
    }

    /**
     * It was not made.
     *
     * @param member of what was asked for
     */
    public record Refused(Reason reason, String member, String problem, String remedy) implements Result {}

    /** Why not. */
    public enum Reason {
        INVALID,
        /** The maker may not do as much. */
        BEYOND,
        /** The name is taken. */
        TAKEN
    }

    public Result make(Asked asked, Actor by) {
        Refused refused = problem(asked, by);
        if (refused != null) {
            return refused;
        }
        String text = ApiKeyText.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key =
                new ApiKey(asked.name(), ApiKeyText.hash(text), asked.scopes(), asked.tickets(), asked.expires(), now);
        if (taken.test(asked.name()) || !store.add(key, by.getName())) {
            return new Refused(
                    Reason.TAKEN,
                    "name",
                    "A key named " + asked.name() + " is in use",
                    "Give another name, such as one with a year, and withdraw the old key once the new one is in use.");
        }
        known.changed();
        return new Made(key, text);
    }

    /**
     * Ends a key on this node at once, on others within a second.
     *
     * @param reason in somebody's words, of which the first 500 characters are kept; null when none was given
     * @return false when none of that name is in use
     */
    public boolean withdraw(String name, Actor by, @Nullable String reason) {
        String kept =
                reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        boolean done = store.withdraw(name, clock.instant(), by.getName(), kept).isPresent();
        known.changed();
        return done;
    }

    private @Nullable Refused problem(Asked asked, Actor by) {
        if (!NAME.matcher(asked.name()).matches()) {
            return invalid(
                    "name",
                    "name must be of at most 64 letters, digits and . _ -",
                    "Give it the name of the system that will use it.");
        }
        if (asked.name().startsWith(ApiKeyText.PREFIX)) {
            return invalid(
                    "name",
                    "name begins with " + ApiKeyText.PREFIX + " as keys themselves do",
                    "Give it the name of the system that will use it. If you pasted a key, withdraw that key.");
        }
        if (asked.scopes().isEmpty()) {
            return invalid("scopes", "A key without scopes opens nothing", "Name permissions or roles.");
        }
        for (String scope : asked.scopes()) {
            if (!KeyScopes.isKnown(scope)) {
                return invalid("scopes", "There is no scope '" + scope + "'", KeyScopes.remedy(scope));
            }
        }
        Refused unknown = unknown("teams", asked.tickets().teams());
        unknown = unknown != null
                ? unknown
                : unknown("categories", asked.tickets().categories());
        if (unknown != null) {
            return unknown;
        }
        if (asked.expires() != null && !asked.expires().isAfter(clock.instant())) {
            return invalid("expires", "expires is not in the future", "Give a later time, or none.");
        }
        Set<Permission> beyond = KeyScopes.permissions(asked.scopes());
        beyond.removeAll(by.permissions());
        if (!beyond.isEmpty()) {
            String keys = beyond.stream().map(Permission::key).collect(Collectors.joining(", "));
            return new Refused(
                    Reason.BEYOND,
                    "scopes",
                    by.getName() + " may not do all of this: " + keys,
                    "Leave these out, or have somebody make the key who may do them.");
        }
        if (!by.scope().isAll() && !within(asked.tickets(), by.scope())) {
            return new Refused(
                    Reason.BEYOND,
                    "teams",
                    by.getName() + " may not see the tickets of all these teams and categories",
                    "Name teams and categories of your own.");
        }
        return null;
    }

    private @Nullable Refused unknown(String member, Set<String> asked) {
        Set<String> known = names.apply(member);
        return asked.stream()
                .filter(one -> !known.contains(one))
                .findFirst()
                .map(one -> invalid(member, "'" + one + "' is not one of the " + member, Suggestion.remedy(one, known)))
                .orElse(null);
    }

    private static boolean within(TicketScope asked, TicketScope own) {
        return !asked.isAll()
                && own.teams().containsAll(asked.teams())
                && own.categories().containsAll(asked.categories());
    }

    private static Refused invalid(String member, String problem, String remedy) {
        return new Refused(Reason.INVALID, member, problem, remedy);
    }
}
