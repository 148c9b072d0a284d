package io.redress.identity;

import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import io.redress.user.Access;
import io.redress.user.AccountEvent;
import io.redress.user.AccountEvent.What;
import io.redress.user.AccountEvents;
import io.redress.user.Credentials;
import io.redress.user.LoginName;
import io.redress.user.Profile;
import io.redress.user.ProviderIdentity;
import io.redress.user.User;
import io.redress.user.UserRefused;
import io.redress.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom an OpenID provider vouches for. Their claims say what they may, anew at each sign-in; who is new gets a user. A
 * user with a password is never taken for somebody of a provider, whatever name or address the provider gives them.
 */
public final class ProviderSignIn {

    private final Supplier<SignInRules> rules;
    private final Users users;
    private final Predicate<String> isTeam;
    private final AccountEvents events;
    private final Clock clock;

    /** @param isTeam whether a login is the name of a team: who has it would own the team's tickets */
    public ProviderSignIn(
            Supplier<SignInRules> rules, Users users, Predicate<String> isTeam, AccountEvents events, Clock clock) {
        this.rules = rules;
        this.users = users;
        this.isTeam = isTeam;
        this.events = events;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {}

    /** A user, as now kept. */
    public record Admitted(User user) implements Result {}

    /** The person is not let in. */
    public record Refused(ProviderRefusal why) implements Result {}

    /**
     * Finds the user, or makes one.
     *
     * @param claims of the ID token and the user info, which were checked
     * @param address of the client
     */
    public Result admit(String providerKey, Map<String, Object> claims, String address) {
        IdentityProvider provider = rules.get().providers().get(providerKey);
        if (provider == null) {
            return refused(ProviderRefusal.UNKNOWN_PROVIDER, null, providerKey, address);
        }
        String issuer = IdentityProvider.text(claims, "iss").orElse(provider.issuer());
        String subject = IdentityProvider.text(claims, "sub")
                .orElseThrow(() -> new IllegalArgumentException("a token has a subject"));
        Optional<User> known = users.find(issuer, subject);
        String login = known.map(User::login).orElse(null);
        ClaimGrant granted = provider.granted(provider.groups().texts(claims));
        if (granted.roles().isEmpty()) {
            known.ifPresent(user -> users.change(user.id(), User::withSessionsEnded));
            return refused(
                    isOverage(provider, claims) ? ProviderRefusal.TOO_MANY_GROUPS : ProviderRefusal.NO_GROUP,
                    login,
                    providerKey,
                    address);
        }
        if (known.filter(User::disabled).isPresent()) {
            return refused(ProviderRefusal.DISABLED, login, providerKey, address);
        }
        if (known.isPresent()) {
            return changed(known.get(), provider, granted, claims, address);
        }
        String free = login(provider, claims);
        return free == null
                ? refused(ProviderRefusal.NO_LOGIN, null, providerKey, address)
                : new Admitted(
                        added(free, new ProviderIdentity(providerKey, issuer, subject), provider, granted, claims));
    }

    private Result changed(
            User user, IdentityProvider provider, ClaimGrant granted, Map<String, Object> claims, String address) {
        var scope = new TicketScope(granted.teams(), granted.categories());
        Profile profile = provider.profile(claims, user.login());
        boolean same = user.roles().equals(granted.roles()) && user.scope().equals(scope);
        if (same && user.displayName().equals(profile.displayName()) && Objects.equals(user.mail(), profile.mail())) {
            return new Admitted(user);
        }
        try {
            User now = users.change(user.id(), kept -> kept.withName(profile.displayName(), profile.mail())
                    .with(granted.roles(), scope));
            if (!same) {
                told(What.USER_CHANGED, now.login(), by(provider), null, words(now));
            }
            return new Admitted(now);
        } catch (UserRefused lastAdministrator) {
            users.change(user.id(), User::withSessionsEnded);
            return refused(ProviderRefusal.LAST_ADMINISTRATOR, user.login(), provider.key(), address);
        }
    }

    private User added(
            String login,
            ProviderIdentity identity,
            IdentityProvider provider,
            ClaimGrant granted,
            Map<String, Object> claims) {
        Instant now = clock.instant();
        User user = new User(
                UUID.randomUUID(),
                login,
                provider.profile(claims, login),
                Access.of(granted.roles(), new TicketScope(granted.teams(), granted.categories())),
                Credentials.none(now),
                identity,
                now,
                null);
        users.add(user);
        told(What.USER_ADDED, login, by(provider), null, words(user));
        return user;
    }

    /** A login that nobody has, and no team; null when the claim gives none. */
    private @Nullable String login(IdentityProvider provider, Map<String, Object> claims) {
        String wanted = IdentityProvider.text(claims, provider.login())
                .map(LoginName::normalised)
                .orElse("");
        if (!LoginName.isAllowed(wanted)) {
            return null;
        }
        if (!isTeam.test(wanted) && users.find(wanted).isEmpty()) {
            return wanted;
        }
        String other = wanted + "@" + provider.key();
        return LoginName.isAllowed(other)
                        && !isTeam.test(other)
                        && users.find(other).isEmpty()
                ? other
                : null;
    }

    /** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference, "Groups overage claim". */
    private static boolean isOverage(IdentityProvider provider, Map<String, Object> claims) {
        return claims.get("_claim_names") instanceof Map<?, ?> names
                && names.containsKey(provider.groups().written());
    }

    private Refused refused(ProviderRefusal why, @Nullable String login, String provider, String address) {
        String detail =
                "by " + provider + ": " + why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        told(What.SIGN_IN_REFUSED, login, login, address, detail);
        return new Refused(why);
    }

    private void told(
            What what, @Nullable String login, @Nullable String by, @Nullable String address, @Nullable String detail) {
        events.happened(new AccountEvent(what, login, by, address, detail, clock.instant()));
    }

    private static String by(IdentityProvider provider) {
        return AccountEvent.PROVIDER + provider.key();
    }

    private static String words(User user) {
        return "roles " + user.roles().stream().map(Role::key).collect(Collectors.joining(", "));
    }
}
