package io.redress.apikey;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The keys of a file. They open without the database; their last use goes there when it answers. */
public final class FileApiKeys implements ApiKeySource {

    private final Supplier<List<ApiKey>> file;
    private final Executor executor;
    private final KeyUses uses;

    /**
     * @param file as it is now
     * @param executor writes uses, so that no request waits for the database
     */
    public FileApiKeys(Supplier<List<ApiKey>> file, ApiKeyStore store, Executor executor) {
        this.file = file;
        this.executor = executor;
        this.uses = new KeyUses(store::usedOfFile);
    }

    @Override
    public List<ApiKey> keys() {
        return file.get();
    }

    @Override
    public void used(ApiKey key, Instant at) {
        executor.execute(() -> uses.used(key, at));
    }
}
