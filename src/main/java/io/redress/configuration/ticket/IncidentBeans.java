package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.incident.AlertRules;
import io.redress.incident.IncidentNotification;
import io.redress.incident.IncidentTracker;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.settings.HubProperties;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who is told of trouble of channels, targets and the intake. */
@Configuration(proxyBeanMethods = false)
@Import({IncidentNotification.class, SqlIncidents.class})
class IncidentBeans {

    @Bean
    ReloadableRules<AlertRules> alertRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of(
                "alerts", hub.configDir(), AlertRules::read, clock, "alerts.yaml", "service-levels.yaml");
    }

    @Bean
    IncidentTracker incidentTracker(
            SqlIncidents incidents, IncidentNotification notification, ReloadableRules<AlertRules> rules, Clock clock) {
        return new IncidentTracker(incidents, notification, rules, clock, InstantSource.system());
    }
}
