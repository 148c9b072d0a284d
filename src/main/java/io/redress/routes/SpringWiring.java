package io.redress.routes;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** The hub's own wiring, asked without making a single bean. */
public final class SpringWiring implements Wiring {

    private static final String OURS = "io.redress.";

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;

    public SpringWiring(ConfigurableListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public @Nullable Class<?> typeOf(String bean) {
        return beans.containsBean(bean) ? beans.getType(bean, false) : null;
    }

    @Override
    public Set<String> namesOf(Class<?> type) {
        return new LinkedHashSet<>(Arrays.asList(beans.getBeanNamesForType(type, true, false)));
    }

    @Override
    public Set<String> names() {
        var names = new TreeSet<String>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && type.getName().startsWith(OURS) && !name.startsWith(OURS)) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public @Nullable String setting(String key) {
        return environment.getProperty(key);
    }
}
