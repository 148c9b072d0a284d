package io.redress.apikey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/api-keys.yaml} as it is written; its schema tells what the keys mean. */
record ApiKeysFile(@Nullable Map<String, Key> keys) {

    record Key(
            String key,
            List<String> scopes,
            List<String> teams,
            List<String> categories,
            @Nullable LocalDate expires) {

        /** As the file has it; lists that are left out are null. */
        Key {
            scopes = scopes == null ? List.of() : scopes;
            teams = teams == null ? List.of() : teams;
            categories = categories == null ? List.of() : categories;
        }

        /** So that no error message shows a key. */
        @Override
        public String toString() {
            return "a key";
        }
    }
}
