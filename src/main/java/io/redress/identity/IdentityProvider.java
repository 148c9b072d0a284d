package io.redress.identity;

import io.redress.user.Profile;
import io.redress.user.ProfileRules;
import io.redress.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider.
 *
 * @param key its name in {@code config/sign-in.yaml}, and in the addresses by which it is reached
 * @param title what people call it
 * @param issuer its issuer identifier, under which its metadata are found (OpenID Connect Discovery 1.0)
 * @param clientSecret null for a public client, which proves itself by PKCE alone (RFC 7636)
 * @param login the claim that a new user is named by
 * @param grants by values of the groups claim
 */
public record IdentityProvider(
        String key,
        String title,
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        List<String> scopes,
        String login,
        String name,
        String mail,
        ClaimPath groups,
        Map<String, ClaimGrant> grants) {

    /** So that no log shows the secret. */
    @Override
    public String toString() {
        return "provider " + key;
    }

    /** What the claims say of somebody; what cannot be shown is left out. */
    Profile profile(Map<String, Object> claims, String userLogin) {
        String shown = text(claims, name)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .orElse(userLogin);
        String address = text(claims, mail)
                .filter(text -> text.length() <= ProfileRules.LONGEST_MAIL && ProfileRules.isMail(text))
                .orElse(null);
        return new Profile(shown.substring(0, Math.min(shown.length(), User.LONGEST_NAME)), address, null);
    }

    /** The first text of a claim; empty when it has none. */
    static Optional<String> text(Map<String, Object> claims, String claim) {
        return new ClaimPath(claim).texts(claims).stream().findFirst();
    }

    /**
     * What the groups of somebody permit: all of their roles. Who is limited by one group is limited in all of them, as a user
     * has one limit for all roles; a role never reaches further than a group says.
     */
    ClaimGrant granted(Set<String> groups) {
        Set<ClaimGrant> found =
                groups.stream().filter(grants::containsKey).map(grants::get).collect(Collectors.toSet());
        return new ClaimGrant(
                found.stream().flatMap(grant -> grant.roles().stream()).collect(Collectors.toSet()),
                found.stream()
                        .filter(ClaimGrant::isLimited)
                        .flatMap(grant -> grant.teams().stream())
                        .collect(Collectors.toSet()),
                found.stream()
                        .filter(ClaimGrant::isLimited)
                        .flatMap(grant -> grant.categories().stream())
                        .collect(Collectors.toSet()));
    }
}
