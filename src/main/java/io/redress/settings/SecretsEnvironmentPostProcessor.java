package io.redress.settings;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Puts the files of {@code config/secrets} among the settings: behind command line and environment, before {@code
 * application.yaml}. What is asked for while the hub runs, such as a route's placeholder, has the value of the moment.
 */
public final class SecretsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = "secrets";

    /** By this ending Spring Boot knows names that are written like variables. */
    private static final String AS_VARIABLES = "secrets-systemEnvironment";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        of(environment);
    }

    /** When {@code config/application.yaml} has been read, and the default of the folder is there. */
    @Override
    public int getOrder() {
        return SettingsInEnvironment.ORDER + 1;
    }

    /** The secrets of an environment, which gets them when it has none yet. */
    public static Secrets of(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        if (sources.get(NAME) instanceof Source known) {
            return known.secrets;
        }
        var secrets = new Secrets(Secrets.folder(Path.of(environment.getRequiredProperty("redress.config-dir"))));
        var values = new Values(secrets);
        var source = new Source(secrets, values);
        var variables = new SystemEnvironmentPropertySource(AS_VARIABLES, values);
        if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        } else {
            sources.addFirst(source);
        }
        sources.addAfter(NAME, variables);
        return secrets;
    }

    private static final class Source extends MapPropertySource {

        private final transient Secrets secrets;

        Source(Secrets secrets, Map<String, Object> values) {
            super(NAME, values);
            this.secrets = secrets;
        }
    }

    /** Those of the moment. */
    private static final class Values extends AbstractMap<String, Object> {

        private final Secrets secrets;

        Values(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new LinkedHashMap<String, Object>(secrets.values()).entrySet();
        }
    }
}
