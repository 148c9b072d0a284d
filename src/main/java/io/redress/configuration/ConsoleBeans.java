package io.redress.configuration;

import io.redress.desk.DeskCategories;
import io.redress.desk.DeskUpdates;
import io.redress.ledger.desk.DeskTickets;
import io.redress.ledger.desk.SqlTicketTimeline;
import io.redress.settings.HubProperties;
import io.redress.triage.CategoryRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the console shows of tickets. */
@Configuration(proxyBeanMethods = false)
@Import({DeskTickets.class, DeskUpdates.class, SqlTicketTimeline.class})
class ConsoleBeans {

    @Bean
    DeskCategories deskCategories(HubProperties settings, CategoryRules rules) {
        return new DeskCategories(new CategoryKeys(settings.configDir()), rules);
    }
}
