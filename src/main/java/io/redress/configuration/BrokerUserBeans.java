package io.redress.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.access.BrokerUser;
import io.redress.access.BrokerUsers;
import io.redress.access.BrokerUsersReader;
import io.redress.access.HubUserName;
import io.redress.access.PasswordSource;
import io.redress.access.QueuePermissions;
import io.redress.audit.RefusedBrokerLogins;
import io.redress.broker.EmbeddedBroker;
import io.redress.broker.downstream.BrokerAuthenticator;
import io.redress.broker.downstream.DownstreamPort;
import io.redress.broker.downstream.RefusalLog;
import io.redress.camel.jms.MessageSenderReader;
import io.redress.configfile.ReloadableRules;
import io.redress.configuration.ticket.TriageBeans.Rulebook;
import io.redress.ledger.ticket.SqlTicketPermissions;
import io.redress.settings.HubProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who of the outside may do what at the queues. */
@Configuration(proxyBeanMethods = false)
@Import({QueuePermissions.class, SqlTicketPermissions.class})
class BrokerUserBeans {

    @Bean
    HubUserName hubUserName(HubProperties hub) {
        return new HubUserName(
                isEmbedded(hub) ? EmbeddedBroker.HUB : hub.broker().username());
    }

    @Bean
    ReloadableRules<BrokerUsers> brokerUsers(
            HubProperties hub, HubUserName name, ReloadableRules<Rulebook> rulebook, Clock clock) {
        Path file = hub.broker().users() != null ? hub.broker().users() : BrokerUsersReader.file(hub.configDir());
        var secrets = new PasswordSource(System::getenv);
        boolean single = isEmbedded(hub) && !hub.broker().password().isEmpty();
        return new ReloadableRules<>(
                "broker users",
                List.of(file),
                () -> {
                    Set<String> categories =
                            rulebook.get().categories().categories().keySet();
                    BrokerUsers named = new BrokerUsersReader(file, categories, name.value(), secrets).read();
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
    MessageSenderReader sentMessage(HubUserName hub) {
        return new MessageSenderReader(hub);
    }

    @Bean
    @ConditionalOnExpression(BrokerBeans.EMBEDDED)
    DownstreamPort downstreamPort(
            HubProperties hub,
            QueuePermissions permissions,
            ReloadableRules<BrokerUsers> users,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<RefusedBrokerLogins> refusedLogins,
            Clock clock) {
        var refusalLog = RefusalLog.audited(
                clock,
                kind -> meters.ifAvailable(meter ->
                        meter.counter("redress.broker.refused", "kind", kind).increment()),
                (address, reason) -> refusedLogins.ifAvailable(audit -> audit.refused(address, reason)));
        var authenticator =
                new BrokerAuthenticator(permissions, refusalLog, clock, time -> Thread.sleep(time.toMillis()));
        var port = new DownstreamPort(
                URI.create(hub.broker().openWire()),
                permissions,
                authenticator,
                refusalLog,
                hub.broker().maxConnectionsPerUser());
        users.onReload(port::usersChanged);
        return port;
    }
}
