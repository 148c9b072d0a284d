package io.redress.offline;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/** The hub's own beans by name, made when a route asks for one; Camel's parts are its own. */
record OfflineBeanRepository(OfflineContext hub) implements BeanRepository {

    @Override
    public @Nullable Object lookupByName(String name) {
        return hub.beanOrNull(name);
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object bean = lookupByName(name);
        return type.isInstance(bean) ? type.cast(bean) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
