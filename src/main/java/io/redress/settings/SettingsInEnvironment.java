package io.redress.settings;

import io.redress.configfile.DurationParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.DefaultPropertiesPropertySource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The settings where placeholders are looked up, in routes and elsewhere: those that nobody wrote have the defaults of their
 * records, and lengths of time are milliseconds, which Spring and Camel read alike, however they were written.
 */
public final class SettingsInEnvironment implements EnvironmentPostProcessor, Ordered {

    /** When {@code config/application.yaml} has been read. */
    public static final int ORDER = ConfigDataEnvironmentPostProcessor.ORDER + 1;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        addTo(environment);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    public static void addTo(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        var all = SettingNames.all();
        var defaults = new LinkedHashMap<String, Object>();
        all.forEach((name, setting) -> {
            if (setting.defaultValue() != null) {
                defaults.put(name, setting.defaultValue());
            }
        });
        SettingNames.FORMER.forEach(
                (former, name) -> defaults.computeIfPresent(name, (key, value) -> "${" + former + ":" + value + "}"));
        PropertySource<?> given = sources.get(DefaultPropertiesPropertySource.NAME);
        if (given != null) {
            defaults.keySet().removeIf(given::containsProperty);
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, sources);
        sources.addFirst(new Durations(environment, all));
    }

    /**
     * The lengths of time among them, read from the sources behind. Its source is not the environment, into which Spring would
     * look for more sources, and find this one.
     */
    private static final class Durations extends EnumerablePropertySource<Pattern> {

        private final ConfigurableEnvironment environment;
        private final Iterable<ConfigurationPropertySource> sources;

        Durations(ConfigurableEnvironment environment, Map<String, SettingNames.Setting> all) {
            super(
                    "lengths of time",
                    SettingNames.pattern(all.entrySet().stream()
                            .filter(entry -> entry.getValue().type() == Duration.class)
                            .map(Map.Entry::getKey)));
            this.environment = environment;
            this.sources = ConfigurationPropertySources.from(environment.getPropertySources());
        }

        @Override
        public @Nullable Object getProperty(String name) {
            if (!getSource().matcher(name).matches()) {
                return null;
            }
            for (var behind : sources) {
                var found = behind.getUnderlyingSource() == this
                        ? null
                        : behind.getConfigurationProperty(ConfigurationPropertyName.adapt(name, '.'));
                if (found != null) {
                    Duration time = DurationParser.parseSetting(
                            environment.resolvePlaceholders(String.valueOf(found.getValue())));
                    return time == null ? null : String.valueOf(time.toMillis());
                }
            }
            return null;
        }

        /** None that the sources behind do not name, too. */
        @Override
        public String[] getPropertyNames() {
            return new String[0];
        }
    }
}
