package io.redress.routes;

import io.redress.routes.file.BeanCatalog;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A hub that has nothing but a {@link TestRouteBean}, called {@code desk}. */
public final class TestWiring implements BeanCatalog {

    @Override
    public @Nullable Class<?> typeOf(String bean) {
        return bean.equals("desk") ? TestRouteBean.class : null;
    }

    @Override
    public Set<String> namesOf(Class<?> type) {
        return type.isAssignableFrom(TestRouteBean.class) && type != Object.class ? Set.of("desk") : Set.of();
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(Set.of("desk"));
    }

    @Override
    public @Nullable String setting(String key) {
        return key.equals("desk.folder") ? "target/inbox" : null;
    }
}
