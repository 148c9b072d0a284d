package io.redress.routes;

import io.redress.configfile.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** What {@code config/application.yaml} and its like say, as opposed to the hub's defaults and the environment. */
public record ExplicitSettings(Environment environment) {

    public List<ConfigurationProperty> keys() {
        var written = new LinkedHashSet<ConfigurationProperty>();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource keys) {
                keys.stream()
                        .map(keys::getConfigurationProperty)
                        .filter(key -> key != null && file(key) != null)
                        .forEach(written::add);
            }
        }
        return List.copyOf(written);
    }

    /** What is wrong with a key's value, at the line that says it; empty when no file does. */
    Optional<Finding> finding(String key, String problem, String remedy) {
        return keys().stream()
                .filter(written -> written.getName().toString().equals(key))
                .findFirst()
                .map(written -> finding(written, problem, remedy));
    }

    public List<Path> files() {
        return keys().stream()
                .map(ExplicitSettings::file)
                .filter(Objects::nonNull)
                .<Path>map(file -> file)
                .distinct()
                .toList();
    }

    public static Finding finding(ConfigurationProperty key, String problem, String remedy) {
        TextResourceOrigin place = place(key);
        int line = place == null || place.getLocation() == null
                ? 0
                : place.getLocation().getLine() + 1;
        return new Finding(Objects.requireNonNull(file(key), "only of keys in files"), line, problem, remedy);
    }

    /** The file that says it; null when none does. */
    public static @Nullable Path file(ConfigurationProperty key) {
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
}
