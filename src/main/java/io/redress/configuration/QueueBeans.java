package io.redress.configuration;

import io.redress.access.HubUserName;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.camel.jms.DeadLetterChannel;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.due.QueueNames;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues by name, for those who watch them. */
@Configuration(proxyBeanMethods = false)
class QueueBeans {

    /** From which the hub itself takes; what fails there is on the dead letter queue of each. */
    private static final List<String> CONSUMED = Stream.concat(
                    QueueNames.INTAKE.stream(), Stream.of("due", "tickets.updates", "callbacks.outcomes"))
            .toList();

    private static final List<String> OTHERS =
            List.of(QueueNames.INVALID, QueueNames.FORGOTTEN, QueueNames.ESCALATIONS, "callbacks.due", "surveys.due");

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

    @Bean
    DeadLetterChannel deadLetterChannel(HubUserName hub, Clock clock) {
        return new DeadLetterChannel(hub, clock);
    }

    private static Stream<String> deliveries(@Nullable Targets targets) {
        return targets == null
                ? Stream.of()
                : targets.connected().stream().map(Target::name).map(name -> "delivery." + name);
    }
}
