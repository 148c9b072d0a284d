package io.redress.app;

import io.redress.servicelevel.ServiceLevels;
import io.redress.triage.CategoryRules;
import io.redress.triage.Deadlines;
import io.redress.triage.TriageRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of {@code config/} by which tickets are judged. */
@Configuration(proxyBeanMethods = false)
class TriageBeans {

    @Bean
    CategoryRules categoryRules(HubProperties hub) {
        return TriageRules.read(hub.configDir());
    }

    @Bean
    Deadlines deadlines(HubProperties hub) {
        return ServiceLevels.read(hub.configDir())::due;
    }
}
