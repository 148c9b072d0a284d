package io.redress.configuration;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeyMaker;
import io.redress.apikey.ApiKeySource;
import io.redress.apikey.ApiKeyStore;
import io.redress.apikey.ApiKeysReader;
import io.redress.apikey.FileApiKeys;
import io.redress.apikey.StoredApiKeys;
import io.redress.configfile.DeclaredNames;
import io.redress.configfile.ReloadableRules;
import io.redress.ledger.key.SqlApiKeys;
import io.redress.settings.ApiSettings;
import io.redress.settings.HubProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** Keys of the API, besides those of the settings. */
@Configuration(proxyBeanMethods = false)
@Import(SqlApiKeys.class)
class ApiKeyBeans {

    @Bean
    ReloadableRules<List<ApiKey>> fileApiKeys(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        Path file = ApiKeysReader.file(config);
        return new ReloadableRules<>(
                "API keys",
                List.of(file),
                () -> new ApiKeysReader(
                                file, DeclaredNames.owners(config), DeclaredNames.categories(config), System::getenv)
                        .read(),
                clock);
    }

    /** First, since it needs no database. */
    @Bean
    @Order(1)
    ApiKeySource apiKeysOfFile(ReloadableRules<List<ApiKey>> fileApiKeys, ApiKeyStore store) {
        return new FileApiKeys(fileApiKeys::get, store, ForkJoinPool.commonPool());
    }

    @Bean
    @Order(2)
    StoredApiKeys storedApiKeys(ApiKeyStore store) {
        return new StoredApiKeys(store, System::nanoTime);
    }

    @Bean
    ApiKeyMaker apiKeyMaker(
            ApiKeyStore store,
            StoredApiKeys known,
            ReloadableRules<List<ApiKey>> fileApiKeys,
            ApiSettings settings,
            HubProperties hub,
            Clock clock) {
        Path config = hub.configDir();
        return new ApiKeyMaker(
                store,
                known,
                name -> name.equals(ApiKeysReader.BOOTSTRAP)
                        || settings.keys().containsKey(name)
                        || fileApiKeys.get().stream().anyMatch(key -> key.name().equals(name)),
                member -> member.equals("teams") ? DeclaredNames.owners(config) : DeclaredNames.categories(config),
                clock);
    }
}
