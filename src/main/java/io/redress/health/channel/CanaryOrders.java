package io.redress.health.channel;

import io.redress.canary.CanaryMaker;
import io.redress.canary.CanaryOrder;
import io.redress.canary.CanaryPlan;
import io.redress.canary.CanaryRequirements;
import io.redress.canary.CanaryRules;
import io.redress.routes.file.ConnectedChannel;
import io.redress.routes.file.RouteFiles;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.FileEndpoint;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes canaries for channels as their files connect them now. */
@Component
class CanaryOrders {

    private final CamelContext camel;
    private final RouteFiles files;
    private final CanaryMaker maker;
    private final Environment environment;

    CanaryOrders(CamelContext camel, RouteFiles files, CanaryMaker maker, Environment environment) {
        this.camel = camel;
        this.files = files;
        this.maker = maker;
        this.environment = environment;
    }

    /**
     * A canary for a channel that runs.
     *
     * @throws io.redress.canary.ImpossibleCanary when it cannot have one
     * @throws io.redress.configfile.InvalidConfiguration when its file, or its sender's, cannot be used now
     */
    CanaryOrder order(CanaryPlan plan, ChannelRoute channel, CanaryRules rules, Instant now) {
        var connected = ConnectedChannel.of(files, plan.channel(), camel::resolvePropertyPlaceholders);
        var parameters = new HashMap<>(connected.parameters());
        parameters.put(
                CanaryRequirements.CAPTCHA_SERVICE, environment.getProperty(CanaryRequirements.CAPTCHA_SERVICE, ""));
        if (channel.source() != null && channel.source().getEndpoint() instanceof FileEndpoint polled) {
            parameters.put("folder", polled.getConfiguration().getDirectory());
        }
        return maker.make(plan, connected.format(), parameters, address(rules), UUID.randomUUID(), now);
    }

    private String address(CanaryRules rules) {
        String given = rules.address();
        return given != null
                ? given
                : "http://127.0.0.1:"
                        + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
