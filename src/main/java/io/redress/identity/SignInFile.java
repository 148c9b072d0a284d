package io.redress.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.permission.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/sign-in.yaml} as it is written; its schema tells what the keys mean. */
record SignInFile(@Nullable String passwords, @Nullable Map<String, Provider> providers) {

    record Provider(
            @Nullable String title,
            @Nullable String issuer,
            @JsonProperty("client-id") @Nullable String clientId,
            @JsonProperty("client-secret") @Nullable String clientSecret,
            @Nullable List<String> scopes,
            @Nullable Claims claims,
            @Nullable Map<String, Grant> grants) {

        /** So that no error message shows a secret. */
        @Override
        public String toString() {
            return "a provider";
        }
    }

    record Claims(
            @Nullable String login,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String groups) {

        static final Claims USUAL = new Claims(null, null, null, null);
    }

    record Grant(List<@Nullable String> roles, List<@Nullable String> teams, List<@Nullable String> categories) {

        Grant {
            roles = roles == null ? List.of() : roles;
            teams = teams == null ? List.of() : teams;
            categories = categories == null ? List.of() : categories;
        }

        boolean hasKnownRoles() {
            return roles.stream()
                    .allMatch(role -> role != null && Role.find(role).isPresent());
        }
    }
}
