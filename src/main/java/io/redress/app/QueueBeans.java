package io.redress.app;

import io.redress.due.Queues;
import io.redress.ops.KnownQueues;
import io.redress.triage.CategoryRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues by name, for those who watch them. */
@Configuration(proxyBeanMethods = false)
class QueueBeans {

    @Bean
    KnownQueues knownQueues(CategoryRules rules) {
        List<String> names = new ArrayList<>(Queues.INTAKE);
        names.addAll(List.of(
                Queues.INVALID,
                "DLQ.intake",
                "due",
                "tickets.updates",
                Queues.FORGOTTEN,
                Queues.ESCALATIONS,
                "callbacks.due",
                "callbacks.outcomes",
                "surveys.due"));
        names.addAll(rules.queues());
        return new KnownQueues(names);
    }
}
