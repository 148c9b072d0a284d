package io.redress.configuration.ticket;

import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.due.DueWorkPlanner;
import io.redress.incident.AlertRules;
import io.redress.incident.IncidentNotification;
import io.redress.incident.IncidentTracker;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.reply.Messages;
import io.redress.settings.HubProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told of trouble of channels, targets and the intake. */
@Configuration(proxyBeanMethods = false)
class IncidentBeans {

    @Bean
    static Check alertsCheck(@Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        return Check.of("alerts", () -> List.of(config.resolve("alerts.yaml")), () -> {
            AlertRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<AlertRules> alertRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = List.of(config.resolve("alerts.yaml"), config.resolve("service-levels.yaml"));
        return new ReloadableRules<>("alerts", files, () -> AlertRules.read(config), clock);
    }

    @Bean
    SqlIncidents incidents(JdbcClient jdbc) {
        return new SqlIncidents(jdbc);
    }

    @Bean
    IncidentNotification incidentNotification(
            TransactionTemplate transaction,
            DueWorkPlanner dueWorkPlanner,
            Messages messages,
            ReloadableRules<AlertRules> rules) {
        return new IncidentNotification(
                work -> Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean())),
                dueWorkPlanner,
                messages,
                rules);
    }

    @Bean
    IncidentTracker incidentTracker(
            SqlIncidents incidents, IncidentNotification notification, ReloadableRules<AlertRules> rules, Clock clock) {
        return new IncidentTracker(incidents, notification, rules, clock, InstantSource.system());
    }
}
