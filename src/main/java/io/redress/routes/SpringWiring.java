package io.redress.routes;

import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Placeholder;
import io.redress.settings.Secrets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** The hub's own wiring, asked without making a single bean. */
public final class SpringWiring implements BeanCatalog {

    private static final String OURS = "io.redress.";

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final Secrets secrets;

    public SpringWiring(ConfigurableListableBeanFactory beans, Environment environment, Secrets secrets) {
        this.beans = beans;
        this.environment = environment;
        this.secrets = secrets;
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
        return key.startsWith(Placeholder.VARIABLE)
                ? secrets.variable(key.substring(Placeholder.VARIABLE.length()))
                : environment.getProperty(key);
    }

    @Override
    public Optional<Finding> finding(String key, String problem, String remedy) {
        return new ExplicitSettings(environment).finding(key, problem, remedy);
    }

    @Override
    public Object state() {
        return secrets.values();
    }

    @Override
    public String masked(String text) {
        return secrets.masked(text);
    }
}
