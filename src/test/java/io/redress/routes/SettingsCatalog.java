package io.redress.routes;

import io.redress.routes.file.BeanCatalog;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings without any beans. */
public record SettingsCatalog(Map<String, String> settings) implements BeanCatalog {

    @Override
    public @Nullable Class<?> typeOf(String bean) {
        return null;
    }

    @Override
    public Set<String> namesOf(Class<?> type) {
        return Set.of();
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public @Nullable String setting(String key) {
        return settings.get(key);
    }
}
