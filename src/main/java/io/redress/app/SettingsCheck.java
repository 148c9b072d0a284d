package io.redress.app;

import io.redress.config.Check;
import io.redress.config.Finding;
import io.redress.config.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The keys {@code redress.*} of {@code config/application.yaml}: each is one that the hub reads, and its value fits. */
final class SettingsCheck implements Check {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("redress");

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final Map<String, Class<?>> others;

    /** @param others keys that are read one by one, and the types of their values */
    SettingsCheck(ConfigurableListableBeanFactory beans, Environment environment, Map<String, Class<?>> others) {
        this.beans = beans;
        this.environment = environment;
        this.others = others;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Path> files() {
        return written().stream()
                .map(SettingsCheck::file)
                .filter(Objects::nonNull)
                .<Path>map(file -> file)
                .distinct()
                .toList();
    }

    @Override
    public List<Finding> run() {
        var findings = new ArrayList<Finding>();
        Set<String> known = new TreeSet<>(others.keySet());
        for (Class<?> type : types()) {
            known.addAll(bind(type, findings));
        }
        for (ConfigurationProperty key : written()) {
            String name = key.getName().toString();
            if (!known.contains(plain(name))) {
                findings.add(finding(key, "unknown setting '" + name + "'", Suggestion.remedy(name, known)));
            } else if (others.containsKey(name)) {
                bind(name, Bindable.of(others.get(name)), BindHandler.DEFAULT, findings);
            }
        }
        return findings;
    }

    @Override
    public List<Finding> advice() {
        return written().stream()
                .filter(key ->
                        AttachmentSettings.FORMER.containsKey(key.getName().toString()))
                .map(key -> finding(
                        key,
                        "'" + key.getName() + "' is read still, and has another name now",
                        "write " + AttachmentSettings.FORMER.get(key.getName().toString())))
                .toList();
    }

    /** Without the index of a list's element. */
    private static String plain(String name) {
        return name.replaceAll("\\[[^]]*]$", "");
    }

    /** What the files say, as opposed to the hub's defaults and the environment. */
    private List<ConfigurationProperty> written() {
        var written = new LinkedHashSet<ConfigurationProperty>();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource keys) {
                keys.stream()
                        .filter(OURS::isAncestorOf)
                        .map(keys::getConfigurationProperty)
                        .filter(key -> key != null && file(key) != null)
                        .forEach(written::add);
            }
        }
        return List.copyOf(written);
    }

    private List<Class<?>> types() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(name -> beans.getType(name, false))
                .filter(type -> type != null && prefix(type).startsWith("redress"))
                .<Class<?>>map(type -> type)
                .distinct()
                .toList();
    }

    private static String prefix(Class<?> type) {
        var properties = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return properties == null ? "" : properties.prefix();
    }

    /** The keys that a type was asked for while it was bound. */
    private Set<String> bind(Class<?> type, List<Finding> findings) {
        var asked = new Asked();
        bind(prefix(type), Bindable.of(type), asked, findings);
        return asked.names;
    }

    private void bind(String name, Bindable<?> target, BindHandler handler, List<Finding> findings) {
        try {
            Binder.get(environment).bind(name, target, handler);
        } catch (BindException e) {
            ConfigurationProperty key = e.getProperty();
            if (key != null && file(key) != null) {
                Class<?> type = e.getTarget().getType().resolve(Object.class);
                findings.add(finding(
                        key,
                        "'" + key.getName() + ": " + key.getValue() + "' cannot be read",
                        "write a value of type " + type.getSimpleName()));
            }
        }
    }

    private static Finding finding(ConfigurationProperty key, String problem, String remedy) {
        TextResourceOrigin place = place(key);
        int line = place == null || place.getLocation() == null
                ? 0
                : place.getLocation().getLine() + 1;
        return new Finding(Objects.requireNonNull(file(key), "only of keys in files"), line, problem, remedy);
    }

    private static @Nullable Path file(ConfigurationProperty key) {
        TextResourceOrigin place = place(key);
        Resource resource = place == null ? null : place.getResource();
        if (resource == null || resource instanceof ClassPathResource || !resource.isFile()) {
            return null;
        }
        try {
            Path here = Path.of("").toAbsolutePath();
            Path file = resource.getFile().toPath().toAbsolutePath();
            return file.startsWith(here) ? here.relativize(file) : file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable TextResourceOrigin place(ConfigurationProperty key) {
        Origin origin = key.getOrigin() instanceof PropertySourceOrigin wrapped ? wrapped.getOrigin() : key.getOrigin();
        return origin instanceof TextResourceOrigin place ? place : null;
    }

    private static final class Asked implements BindHandler {

        private final Set<String> names = new TreeSet<>();

        @Override
        public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            names.add(plain(name.toString()));
            return target;
        }
    }
}
