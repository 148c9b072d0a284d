package io.redress.console.key;

import io.redress.api.ParameterValue;
import io.redress.apikey.ApiKeyMaker;
import io.redress.permission.TicketScope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new key, as the form has it.
 *
 * @param key its name; named so, since the audit log keeps it in clear
 * @param expires a day or a time; empty: never
 */
public record KeyForm(
        @Nullable String key,
        @Nullable List<String> scopes,
        @Nullable Set<String> teams,
        @Nullable Set<String> categories,
        @Nullable String expires) {

    static final KeyForm EMPTY = new KeyForm(null, null, null, null, null);

    public String name() {
        return Objects.requireNonNullElse(ParameterValue.text(key), "");
    }

    /** For a template. */
    public String expiry() {
        return Objects.requireNonNullElse(expires, "");
    }

    public boolean hasScope(String scope) {
        return scopes != null && scopes.contains(scope);
    }

    public boolean hasTeam(String team) {
        return teams != null && teams.contains(team);
    }

    public boolean hasCategory(String category) {
        return categories != null && categories.contains(category);
    }

    ApiKeyMaker.Asked asked() {
        return new ApiKeyMaker.Asked(
                name(),
                Objects.requireNonNullElse(scopes, List.of()),
                new TicketScope(
                        Objects.requireNonNullElse(teams, Set.of()), Objects.requireNonNullElse(categories, Set.of())),
                ParameterValue.instant("expires", expires));
    }
}
