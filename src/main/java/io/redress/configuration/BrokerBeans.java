package io.redress.configuration;

import io.redress.access.HubUserName;
import io.redress.broker.BatchConsumers;
import io.redress.broker.EmbeddedBroker;
import io.redress.broker.GroupCommit;
import io.redress.broker.RedeliveryPolicies;
import io.redress.broker.downstream.DownstreamPort;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.camel.jms.DeadLetterChannel;
import io.redress.database.DataFolder;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.due.QueueNames;
import io.redress.encryption.DataEncryption;
import io.redress.settings.HubProperties;
import io.redress.settings.IntakeSettings;
import io.redress.triage.CategoryRules;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jms.connection.JmsTransactionManager;

/** The JMS side: an external broker where one is named, else one inside the data folder. */
@Configuration(proxyBeanMethods = false)
@Import({DeadLetterChannel.class})
class BrokerBeans {

    static final String EMBEDDED = "'${redress.broker.url}'.isBlank()";

    /**
     * How long a broker may take to let the hub in; {@code jms.connectResponseTimeout} of an address comes first. ActiveMQ waits
     * for ever as it is shipped, and its connections within the process lose a first command now and then, when both ends
     * start at the same moment ({@code VMTransport.oneway}, 6.3.1): the next try is answered.
     */
    private static final int CONNECT_MILLIS = 10_000;

    /** Some fifty long complaints: what is taken in a second or two. */
    private static final long BATCH_BYTES = 512 * 1024;

    /** Queues that the hub consumes; each has a dead letter queue for what fails. */
    private static final List<String> CONSUMED = Stream.concat(
                    QueueNames.INTAKE.stream(), Stream.of(QueueNames.DUE, QueueNames.UPDATES, QueueNames.OUTCOMES))
            .toList();

    private static final List<String> OTHERS = List.of(
            QueueNames.INVALID, QueueNames.FORGOTTEN, QueueNames.ESCALATIONS, QueueNames.CALLBACKS, QueueNames.SURVEYS);

    @Bean(initMethod = "start", destroyMethod = "stop")
    @ConditionalOnExpression(EMBEDDED)
    BrokerService embeddedBroker(
            DataFolder folder,
            DataPermissionsEnforcer permissions,
            HubProperties hub,
            DownstreamPort port,
            DataEncryption encryption)
            throws Exception {
        BrokerService broker = EmbeddedBroker.in(
                folder.resolve("broker"), hub.broker().storeLimit().toBytes(), encryption);
        port.guard(broker);
        return broker;
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(
            HubProperties hub,
            HubUserName name,
            ObjectProvider<BrokerService> embedded,
            ObjectProvider<DownstreamPort> port) {
        var broker = hub.broker();
        BrokerService inside = embedded.getIfAvailable();
        var activemq = new ActiveMQConnectionFactory(inside == null ? broker.url() : EmbeddedBroker.inProcess(inside));
        DownstreamPort own = port.getIfAvailable();
        activemq.setUserName(name.value());
        activemq.setPassword(own == null ? broker.password() : own.hubSecret());
        activemq.setRedeliveryPolicy(RedeliveryPolicies.policy());
        activemq.setNonBlockingRedelivery(true);
        activemq.setWatchTopicAdvisories(false);
        if (activemq.getConnectResponseTimeout() == 0) {
            activemq.setConnectResponseTimeout(CONNECT_MILLIS);
        }
        // Bodies are text: no class that a sender names is ever made an object of.
        activemq.setTrustedPackages(List.of());
        activemq.setTrustAllPackages(false);
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(activemq);
        pool.setMaxConnections(broker.connections());
        return pool;
    }

    /** How many messages the routes commit together: an item takes milliseconds, so a group is complete soon. */
    @Bean
    GroupCommit groupCommit() {
        return new GroupCommit(20, Duration.ofMillis(100));
    }

    /** Arrivals that are recorded together. A few long ones are a batch, too: they take as long as many short ones. */
    @Bean
    BatchConsumers intakeBatches(IntakeSettings settings) {
        return new BatchConsumers(settings.group(), BATCH_BYTES);
    }

    /** Many sends in one transaction of the broker. Its manager is not a bean: the database's must stay the only one. */
    @Bean
    SpringTransactionPolicy jmsTransaction(ConnectionFactory connections) {
        return new SpringTransactionPolicy(new JmsTransactionManager(connections));
    }

    /** The queues by name, for those who watch them. */
    @Bean
    KnownQueues knownQueues(CategoryRules rules, ObjectProvider<Targets> targets) {
        return new KnownQueues(() -> {
            List<String> names = new ArrayList<>();
            Stream.concat(CONSUMED.stream(), deliveries(targets.getIfAvailable()))
                    .forEach(name -> names.addAll(List.of(name, QueueNames.DEAD_LETTERS + name)));
            names.addAll(OTHERS);
            names.addAll(rules.queues());
            return names;
        });
    }

    private static Stream<String> deliveries(@Nullable Targets targets) {
        return targets == null
                ? Stream.of()
                : targets.connected().stream().map(Target::name).map(name -> "delivery." + name);
    }
}
