package io.redress.offline;

import io.redress.delivery.Delivery;
import io.redress.routes.file.TargetRoute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Runs a target's steps where nothing can leave: every endpoint but those that are parts of the route itself is taken by
 * one that writes down what it gets.
 */
public final class DeliveryDryRun {

    private static final Set<String> PARTS = Set.of("kamelet", "bean", "log");

    private final OfflineContext hub;
    private final Path kamelets;

    public DeliveryDryRun(OfflineContext hub, Path routes) {
        this.hub = hub;
        this.kamelets = routes.resolve("kamelets");
    }

    /** What would leave, in order. What is thrown for want of an answer ends it, and is no matter. */
    public List<String> requests(TargetRoute target, Delivery delivery) throws Exception {
        var requests = new ArrayList<String>();
        try (var camel = new DefaultCamelContext()) {
            camel.getCamelContextExtension().setRegistry(new DefaultRegistry(beans()));
            camel.getPropertiesComponent().addPropertiesSource(settings());
            camel.getComponent("kamelet", KameletComponent.class).setLocation("file:" + kamelets);
            camel.getCamelContextExtension()
                    .registerEndpointCallback(
                            (uri, endpoint) -> isPart(uri) ? endpoint : new RecordingEndpoint(endpoint, requests));
            camel.start();
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString("trial.camel.yaml", target.yaml()));
            try (var producer = camel.createProducerTemplate()) {
                var end = producer.request(
                        TargetRoute.START, exchange -> exchange.getMessage().setBody(delivery));
                if (requests.isEmpty() && end.getException() != null) {
                    throw end.getException();
                }
            }
        }
        return requests;
    }

    private static boolean isPart(String uri) {
        return uri.replace("://", ":").startsWith(TargetRoute.START)
                || PARTS.contains(uri.substring(0, Math.max(0, uri.indexOf(':'))));
    }

    private BeanRepository beans() {
        return new OfflineBeanRepository(hub);
    }

    private PropertiesSource settings() {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "settings";
            }

            @Override
            public @Nullable String getProperty(String name) {
                String found = hub.resolved("{{" + name + "}}");
                return found.startsWith("{{") ? null : found;
            }
        };
    }

    /** The endpoint's own address, without what may be secret in its options. */
    static String address(Endpoint endpoint) {
        String uri = endpoint.getEndpointBaseUri();
        return uri.replaceFirst("://", ":").replaceFirst("^(https?):", "$1://");
    }
}
