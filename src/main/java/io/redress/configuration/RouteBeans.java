package io.redress.configuration;

import io.redress.camel.file.SftpServerAddresses;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.sender.Sender;
import io.redress.configfile.ReloadableRules;
import io.redress.configfile.folder.YamlFolder;
import io.redress.configuration.check.AllowedOriginsRule;
import io.redress.configuration.check.ChatSettingsRule;
import io.redress.configuration.check.CheckBeans;
import io.redress.configuration.check.DeviceMappingRule;
import io.redress.configuration.check.FeedSettingsRule;
import io.redress.configuration.check.MailSourceRule;
import io.redress.configuration.check.OAuthSettingsRule;
import io.redress.configuration.check.SmsChannelRule;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.routes.EnvironmentPlaceholder;
import io.redress.routes.SpringWiring;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.ConfigFileNames;
import io.redress.routes.file.DeliveryFiles;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.reload.FilePoller;
import io.redress.routes.reload.RouteReloader;
import io.redress.settings.RouteSettings;
import io.redress.settings.Secrets;
import io.redress.settings.SecretsEnvironmentPostProcessor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The flow of {@code routes/}: checked before anything starts, loaded, and reloaded after edits. Where {@code
 * camel.main.routes-include-pattern} is set, Camel loads the routes it names, and this stands back.
 */
@Configuration(proxyBeanMethods = false)
class RouteBeans {

    @Bean
    RouteFiles routeFiles(@Value("${redress.routes-dir}") String folder) {
        return new RouteFiles(Path.of(folder));
    }

    @Bean
    Secrets secrets(ConfigurableEnvironment environment) {
        return SecretsEnvironmentPostProcessor.of(environment);
    }

    /** One judgement for {@code check}, the start and every reload. */
    @Bean
    RouteChecker routeChecker(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            Secrets secrets,
            @Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        Path targets = TargetMappings.folder(config);
        var wiring = new SpringWiring(beans, environment, secrets);
        var rules = List.of(
                ConfigFileNames.mappings(config.resolve("mappings")),
                ConfigFileNames.senders(config.resolve("senders"), Sender.STANDARD),
                ConfigFileNames.platforms(Platforms.folder(config)),
                new AllowedOriginsRule(),
                new ChatSettingsRule(config, wiring),
                new FeedSettingsRule(config, wiring),
                new DeviceMappingRule(config.resolve("mappings")),
                new SmsChannelRule(config, wiring),
                new OAuthSettingsRule(config, wiring),
                new MailSourceRule(wiring),
                new DeliveryFiles(targets, () -> YamlFolder.names(targets), new CategoryKeys(config)));
        return new RouteChecker(wiring, rules);
    }

    @Bean
    @Lazy
    RouteReloader routeReloader(RouteFiles files, RouteChecker checker, CamelContext camel, Clock clock) {
        return new RouteReloader(files, checker, camel, clock);
    }

    @Bean
    CamelContextConfiguration ourRoutes(
            ObjectProvider<RouteReloader> reloader, Environment environment, Secrets secrets) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.addLifecycleStrategy(new SftpServerAddresses());
                camel.getPropertiesComponent().addPropertiesFunction(new EnvironmentPlaceholder(secrets::variable));
                if (!environment.containsProperty(CheckBeans.CAMEL_LOADS)) {
                    reloader.getObject().start();
                }
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // nothing more to do: the file watch follows the files from here on
            }
        };
    }

    @Bean
    FilePoller filePoller(
            ObjectProvider<RouteReloader> routes,
            ObjectProvider<ReloadableRules<?>> rules,
            Secrets secrets,
            Environment environment,
            RouteSettings settings) {
        Stream<Runnable> ofRoutes = environment.containsProperty(CheckBeans.CAMEL_LOADS)
                ? Stream.empty()
                : Stream.of(() -> routes.getObject().poll());
        Stream<Runnable> ofRules = rules.orderedStream().map(holder -> holder::poll);
        Stream<Runnable> ofSettings =
                Stream.concat(Stream.of(secrets::poll), ofRules); // before the routes that name them
        return new FilePoller(Stream.concat(ofSettings, ofRoutes).toList(), settings.reload());
    }
}
