package io.redress.configuration.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.ReloadableRules;
import io.redress.configuration.ticket.TriageBeans.Rulebook;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.reply.ScheduledMessages;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.Messages;
import io.redress.reply.text.CustomerTextFilter;
import io.redress.servicelevel.Role;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.LifecycleSettings;
import io.redress.settings.ticket.MessageSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers and staff are told of a ticket. */
@Configuration(proxyBeanMethods = false)
class MessageBeans {

    @Bean
    ScheduledMessages scheduledMessages(DueWork due, ObjectMapper json, ReloadableRules<Rulebook> rulebook) {
        return new ScheduledMessages(due, json, role -> {
            Role known = rulebook.get().levels().roles().get(role);
            return known == null ? List.of() : known.mail();
        });
    }

    @Bean
    CustomerTextFilter customerTextFilter(MessageSettings settings, HubProperties hub) {
        return settings.linkHosts().isEmpty()
                ? CustomerTextFilter.ofHub(hub.publicUrl())
                : new CustomerTextFilter(settings.linkHosts());
    }

    @Bean
    CustomerNotifications customerNotifications(Messages messages, LifecycleSettings settings, Clock clock) {
        return new CustomerNotifications(messages, settings.tellCustomer(), clock);
    }
}
