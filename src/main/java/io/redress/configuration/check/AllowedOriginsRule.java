package io.redress.configuration.check;

import io.redress.channel.webform.origin.AllowedOrigins;
import io.redress.channel.webform.origin.InvalidOrigin;
import io.redress.configfile.Finding;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sites that web forms name are origins as browsers write them; any other way of writing would allow nothing. */
public final class AllowedOriginsRule implements RouteRule {

    private static final String PARAMETER = "allowedOrigins";

    @Override
    public List<Finding> check(RouteSet routes) {
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                of(use).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> of(EndpointUse use) {
        String written = use.is("kamelet") ? use.parameters().getOrDefault(PARAMETER, "") : "";
        if (written.contains("{{")) {
            return Optional.empty(); // its value is looked at by the trial build
        }
        try {
            AllowedOrigins.in(written);
            return Optional.empty();
        } catch (InvalidOrigin e) {
            return Optional.of(use.finding(e.problem(), e.remedy(), PARAMETER));
        }
    }
}
