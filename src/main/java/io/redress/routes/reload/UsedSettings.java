package io.redress.routes.reload;

import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** With which values of its placeholders each file was loaded, so that a rotated secret is noticed. */
final class UsedSettings {

    private final BeanCatalog beanCatalog;
    private final Map<Path, List<Value>> used = new HashMap<>();

    private record Value(String key, @Nullable String value) {

        @Override
        public String toString() {
            return key; // never the value, which may be a secret
        }
    }

    UsedSettings(BeanCatalog beanCatalog) {
        this.beanCatalog = beanCatalog;
    }

    void loaded(RouteFile file) {
        used.put(file.path(), values(file));
    }

    /** Whether a setting that the file names has another value than when the file was loaded. */
    boolean changed(RouteFile file) {
        List<Value> before = used.get(file.path());
        return before != null && !before.equals(values(file));
    }

    private List<Value> values(RouteFile file) {
        return Placeholder.in(file.text()).stream()
                .map(placeholder -> new Value(placeholder.key(), beanCatalog.setting(placeholder.key())))
                .toList();
    }
}
