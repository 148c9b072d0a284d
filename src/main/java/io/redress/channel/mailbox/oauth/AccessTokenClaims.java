package io.redress.channel.mailbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * What an access token says of itself, where it is a JSON Web Token; for people who look for a mistake, never for a decision.
 *
 * @param audience for whom it is
 * @param permissions that it gives
 */
public record AccessTokenClaims(String audience, List<String> permissions) {

    /** Those of a token; empty where it is none that can be read. */
    public static Optional<AccessTokenClaims> of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            JsonNode claims = new ObjectMapper().readTree(new String(payload, StandardCharsets.UTF_8));
            var permissions = new ArrayList<String>();
            claims.path("roles").forEach(role -> permissions.add(role.asText()));
            for (String scope : claims.path("scp").asText("").split(" ")) {
                if (!scope.isBlank()) {
                    permissions.add(scope);
                }
            }
            return Optional.of(new AccessTokenClaims(claims.path("aud").asText(""), permissions));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is for one of these servers; true where none is given. */
    boolean isFor(List<String> audiences) {
        return audiences.isEmpty()
                || audiences.stream().anyMatch(one -> plain(one).equals(plain(audience)));
    }

    private static String plain(String audience) {
        return StringUtils.removeEnd(audience.strip().toLowerCase(Locale.ROOT), "/");
    }

    /** For people. */
    public String words() {
        return "its audience is " + (audience.isEmpty() ? "missing" : audience) + ", its permissions are "
                + (permissions.isEmpty() ? "missing" : String.join(" ", permissions));
    }
}
