package io.redress.api.key;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeyStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key without itself. */
public record KeyView(
        @Schema(example = "crm") String name,

        @Schema(description = "database: made by the API; file: of config/api-keys.yaml", example = "database")
        String source,

        @Schema(description = "Permissions and roles", example = "[\"tickets.read\"]")
        List<String> scopes,

        @Schema(description = "Teams to whose tickets it is limited")
        Set<String> teams,

        @Schema(description = "Categories to whose tickets it is limited")
        Set<String> categories,

        @Schema(description = "From then on it opens nothing") @Nullable
        Instant expires,

        @Nullable Instant made,

        @Schema(example = "key default") @Nullable String madeBy,

        @Schema(description = "To the minute") @Nullable Instant lastUsed,

        @Nullable Instant withdrawn,

        @Nullable String withdrawnBy,

        @Schema(description = "Why it was withdrawn, if somebody said", example = "the CRM was replaced") @Nullable
        String reason) {

    static KeyView of(ApiKeyStore.Stored key) {
        return new KeyView(
                key.name(),
                "database",
                key.scopes(),
                key.tickets().teams(),
                key.tickets().categories(),
                key.expires(),
                key.made(),
                key.madeBy(),
                key.lastUsed(),
                key.withdrawn(),
                key.withdrawnBy(),
                key.reason());
    }

    /** @param lastUsed null when it never was */
    static KeyView ofFile(ApiKey key, @Nullable Instant lastUsed) {
        return new KeyView(
                key.name(),
                "file",
                key.scopes(),
                key.tickets().teams(),
                key.tickets().categories(),
                key.expires(),
                null,
                null,
                lastUsed,
                null,
                null,
                null);
    }
}
