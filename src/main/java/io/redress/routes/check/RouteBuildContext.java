package io.redress.routes.check;

import io.redress.routes.EnvironmentPlaceholder;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Placeholder;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.LoggingLevel;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.jspecify.annotations.Nullable;

/** A Camel context in which routes are built and never started, with stand-ins for the hub's beans. */
final class RouteBuildContext {

    private RouteBuildContext() {}

    static DefaultCamelContext of(BeanCatalog beanCatalog) {
        var context = new DefaultCamelContext();
        context.setSourceLocationEnabled(true);
        context.setAutoStartup(false);
        context.setAutowiredEnabled(false);
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        context.disableJMX();
        context.getRouteController().setLoggingLevel(LoggingLevel.OFF);
        context.addLifecycleStrategy(new NoTraces());
        context.getPropertiesComponent().addPropertiesSource(new Settings(beanCatalog));
        context.getPropertiesComponent()
                .addPropertiesFunction(
                        new EnvironmentPlaceholder(name -> beanCatalog.setting(Placeholder.VARIABLE + name)));
        context.getCamelContextExtension().setRegistry(new DefaultRegistry(new StubBeanRepository(beanCatalog)));
        context.getComponent("platform-http", PlatformHttpComponent.class).setEngine(InertHttpConsumer::new);
        return context;
    }

    /** A trial makes no folders and opens no connections. */
    private static final class NoTraces extends LifecycleStrategySupport {

        @Override
        public void onComponentAdd(String name, Component component) {
            if (component instanceof JmsComponent jms) {
                jms.setConnectionFactory(StubBeanRepository.silent(ConnectionFactory.class));
            }
            if (component instanceof QuartzComponent quartz) {
                quartz.setAutoStartScheduler(false);
                quartz.setEnableJmx(false);
            }
            if (component instanceof HttpComponent http) {
                http.setClientConnectionManager(StubBeanRepository.silent(
                        HttpClientConnectionManager.class)); // its own reads all of Java's certificates
            }
        }

        @Override
        public void onEndpointAdd(Endpoint endpoint) {
            if (endpoint instanceof GenericFileEndpoint<?> files) {
                files.setAutoCreate(false);
            }
        }
    }

    private record Settings(BeanCatalog wiring) implements PropertiesSource {

        @Override
        public String getName() {
            return "settings";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return wiring.setting(name);
        }
    }
}
