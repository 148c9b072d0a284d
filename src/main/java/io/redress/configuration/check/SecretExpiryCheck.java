package io.redress.configuration.check;

import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.ExpiringSecrets;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Warns of secrets that end soon. They work until then, so nothing is refused for them. */
record SecretExpiryCheck(RouteFiles routes, Path config, BeanCatalog beanCatalog, InstantSource clock)
        implements Check {

    @Override
    public String name() {
        return "expiry of secrets";
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public List<Finding> run() {
        return List.of();
    }

    @Override
    public List<Finding> advice() {
        try {
            var providers = OAuthProviders.read(OAuthProviders.folder(config)).all();
            return ExpiringSecrets.of(RouteSet.parse(routes.texts()), providers, beanCatalog, clock.instant()).stream()
                    .map(near -> near.finding(clock.instant()))
                    .toList();
        } catch (InvalidConfiguration e) {
            return List.of(); // told by the providers' own check
        }
    }
}
