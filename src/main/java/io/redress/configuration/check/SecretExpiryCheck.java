package io.redress.configuration.check;

import io.redress.apikey.ApiKeysReader;
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
import java.util.Set;
import java.util.stream.Stream;

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
        return Stream.concat(ofLogins().stream(), ofApiKeys().stream()).toList();
    }

    private List<Finding> ofApiKeys() {
        try {
            return new ApiKeysReader(ApiKeysReader.file(config), Set.of(), Set.of(), null).ending(clock.instant());
        } catch (InvalidConfiguration e) {
            return List.of(); // told by the keys' own check
        }
    }

    private List<Finding> ofLogins() {
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
