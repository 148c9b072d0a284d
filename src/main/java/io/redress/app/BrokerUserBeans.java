package io.redress.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.access.BrokerUser;
import io.redress.access.BrokerUsers;
import io.redress.access.BrokerUsersReading;
import io.redress.access.HubName;
import io.redress.access.PasswordSource;
import io.redress.access.QueueRights;
import io.redress.access.SenderRights;
import io.redress.app.TriageBeans.Rulebook;
import io.redress.broker.DownstreamPort;
import io.redress.broker.EmbeddedBroker;
import io.redress.broker.Logins;
import io.redress.broker.Refusals;
import io.redress.config.Check;
import io.redress.config.ReloadableRules;
import io.redress.ledger.GivenTickets;
import io.redress.triage.CategoryRules;
import io.redress.triage.TriageRules;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of the outside may do what at the queues. */
@Configuration(proxyBeanMethods = false)
class BrokerUserBeans {

    private static final String UNREAD = "${redress.broker.users:}";

    @Bean
    HubName hubName(HubProperties hub) {
        return new HubName(isEmbedded(hub) ? EmbeddedBroker.HUB : hub.broker().username());
    }

    @Bean
    ReloadableRules<BrokerUsers> brokerUsers(
            HubProperties hub, HubName name, ReloadableRules<Rulebook> rulebook, Clock clock) {
        Path file = hub.broker().users() != null ? hub.broker().users() : BrokerUsersReading.file(hub.configDir());
        var secrets = new PasswordSource(System::getenv);
        boolean single = isEmbedded(hub) && !hub.broker().password().isEmpty();
        return new ReloadableRules<>(
                "broker users",
                List.of(file),
                () -> {
                    Set<String> categories =
                            rulebook.get().categories().categories().keySet();
                    BrokerUsers named = new BrokerUsersReading(file, categories, name.value(), secrets).read();
                    return single
                            ? named.with(BrokerUser.only(
                                    hub.broker().username(), hub.broker().password()))
                            : named;
                },
                clock);
    }

    private static boolean isEmbedded(HubProperties hub) {
        return hub.broker().url().isBlank();
    }

    @Bean
    QueueRights queueRights(ReloadableRules<BrokerUsers> users, CategoryRules categories) {
        return new QueueRights(users, categories);
    }

    @Bean
    SenderRights senderRights(JdbcClient jdbc, QueueRights rights, CategoryRules categories) {
        return new GivenTickets(jdbc, rights, categories);
    }

    @Bean
    SenderReading sentMessage(HubName hub) {
        return new SenderReading(hub);
    }

    @Bean
    @ConditionalOnExpression(BrokerBeans.EMBEDDED)
    DownstreamPort downstreamPort(
            HubProperties hub,
            QueueRights rights,
            ReloadableRules<BrokerUsers> users,
            ObjectProvider<MeterRegistry> meters,
            Clock clock) {
        var refusals = new Refusals(
                clock,
                kind -> meters.ifAvailable(meter ->
                        meter.counter("redress.broker.refused", "kind", kind).increment()));
        var logins = new Logins(rights, refusals, clock, time -> Thread.sleep(time.toMillis()));
        var port = new DownstreamPort(
                URI.create(hub.broker().openWire()),
                rights,
                logins,
                refusals,
                hub.broker().maxConnectionsPerUser());
        users.onReload(port::usersChanged);
        return port;
    }

    @Bean
    static Check brokerUsersCheck(
            @Value("${redress.config-dir:config}") String configDir,
            @Value(UNREAD) String named,
            @Value("${redress.broker.url:}") String url,
            @Value("${redress.broker.username:redress}") String username) {
        Path config = Path.of(configDir);
        Path file = named.isBlank() ? BrokerUsersReading.file(config) : Path.of(named);
        String hub = url.isBlank() ? EmbeddedBroker.HUB : username;
        return Check.of("broker users", () -> Files.exists(file) ? List.of(file) : List.of(), () -> {
            if (Files.exists(file)) {
                Set<String> categories = TriageRules.keys(config);
                new BrokerUsersReading(file, categories, hub, new PasswordSource(null)).read();
            }
            return List.of();
        });
    }
}
