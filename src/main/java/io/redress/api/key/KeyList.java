package io.redress.api.key;

import io.redress.apikey.ApiKeySource;
import io.redress.apikey.ApiKeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** All keys, as the API and the console show them. */
@Component
public class KeyList {

    private final ApiKeyStore store;
    private final ApiKeySource file;

    KeyList(ApiKeyStore store, @Qualifier("apiKeysOfFile") ApiKeySource file) {
        this.store = store;
        this.file = file;
    }

    /** Those of the database, also those that were withdrawn, and then those of the file. */
    public List<KeyView> all() {
        Map<String, Instant> uses = store.usesOfFile();
        return Stream.concat(
                        store.all().stream().map(KeyView::of),
                        file.keys().stream().map(key -> KeyView.ofFile(key, uses.get(key.name()))))
                .toList();
    }
}
