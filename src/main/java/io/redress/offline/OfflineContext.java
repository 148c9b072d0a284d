package io.redress.offline;

import io.redress.intake.OwnArrivals;
import io.redress.routes.SpringWiring;
import io.redress.routes.file.BeanCatalog;
import io.redress.settings.SecretsEnvironmentPostProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * The hub with its wiring and its configuration, asleep: every bean is known, and only what is asked for is made. No
 * broker, database, web server or route starts, and the data folder is a temporary one.
 */
public final class OfflineContext implements TriedHub {

    /** Without auto-configuration: routes and commands name the hub's own beans only, and it takes seconds. */
    private static final Map<String, Object> ASLEEP = Map.of(
            "spring.boot.enableautoconfiguration", "false",
            "redress.check-at-start", "false",
            "logging.threshold.console", "OFF",
            "spring.main.keep-alive", "false");

    static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{{", "}}", ":", null, true);

    private final Path data;
    private final ConfigurableApplicationContext context;

    /**
     * Wires the hub of the working folder.
     *
     * @param hub its main class
     */
    public OfflineContext(Class<?> hub) {
        this(hub, true);
    }

    /**
     * Wires the hub of the working folder.
     *
     * @param withSettings false: without {@code config/application.yaml}, which cannot be read
     */
    public OfflineContext(Class<?> hub, boolean withSettings) {
        data = temporary();
        var application = new SpringApplication(hub);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setApplicationContextFactory(type -> new Asleep());
        application.addInitializers(asleep -> ((GenericApplicationContext) asleep)
                .registerBean(OwnArrivals.class, OwnArrivals::none, own -> own.setPrimary(true)));
        var settings = new TreeMap<>(ASLEEP);
        settings.put("redress.data-dir", data.toString());
        if (!withSettings) {
            settings.put("spring.config.location", "classpath:/");
        }
        context = loaded(application, settings);
        context.refresh();
    }

    /** Made on demand, with all that it needs. */
    @Override
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As {@link #bean}, by name; null when there is none of that name. */
    @Nullable
    Object beanOrNull(String name) {
        return context.containsBean(name) ? context.getBean(name) : null;
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** A text with its {@code {{placeholders}}} filled in from the settings. */
    public String resolved(String text) {
        return PLACEHOLDERS.replacePlaceholders(text, context.getEnvironment()::getProperty);
    }

    /** The hub's beans and settings, as the files of {@code routes/} may count on them. */
    public BeanCatalog catalog() {
        return new SpringWiring(
                context.getBeanFactory(),
                context.getEnvironment(),
                SecretsEnvironmentPostProcessor.of(context.getEnvironment()));
    }

    /** The folders of the flow and of the rules, and that of {@code application.yaml}. */
    public List<Path> folders() {
        var environment = context.getEnvironment();
        return Stream.of(
                        environment.getRequiredProperty("redress.routes-dir"),
                        environment.getRequiredProperty("redress.config-dir"),
                        "config")
                .distinct()
                .map(Path::of)
                .toList();
    }

    @Override
    public Path dataFolder() {
        return data;
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext loaded(SpringApplication application, Map<String, Object> settings) {
        String[] args = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            SpringApplication.withHook(ignored -> new StopWhenLoaded(), () -> application.run(args));
            throw new IllegalStateException("the run was to be abandoned");
        } catch (AbandonedRunException e) {
            ConfigurableApplicationContext context = e.getApplicationContext();
            if (context == null) {
                throw new IllegalStateException("abandoned before the context was there", e);
            }
            return context;
        }
    }

    /** Named by its process, so that what a killed command left can be told from what another still uses. */
    private static Path temporary() {
        try {
            return Files.createTempDirectory(
                    "redress-console-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class StopWhenLoaded implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            throw new AbandonedRunException(context);
        }
    }

    private static final class Asleep extends AnnotationConfigApplicationContext {

        @Override
        protected void registerListeners() {
            // listeners would be made, and nothing is to be heard
        }

        @Override
        protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beans) {
            beans.addEmbeddedValueResolver(text -> getEnvironment().resolvePlaceholders(text));
            beans.freezeConfiguration();
        }

        @Override
        protected void finishRefresh() {
            // nothing is started
        }
    }
}
