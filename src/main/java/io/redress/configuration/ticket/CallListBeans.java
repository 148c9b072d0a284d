package io.redress.configuration.ticket;

import io.redress.callback.list.CallListLayouts;
import io.redress.callback.list.CallResultFiles;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackTickets;
import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.configfile.YamlFolder;
import io.redress.ledger.callback.CallLists;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.CallListSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists for diallers, and the lists that they hand back. */
@Configuration(proxyBeanMethods = false)
class CallListBeans {

    private static final String FOLDER = "call-lists";

    /** A layout that is set but not there stops the start, and every reload. */
    @Bean
    ReloadableRules<CallListLayouts> callListLayouts(HubProperties hub, CallListSettings settings, Clock clock) {
        Path folder = hub.configDir().resolve(FOLDER);
        return new ReloadableRules<>("call lists", List.of(folder), () -> read(folder, settings.layout()), clock);
    }

    @Bean
    CallLists callLists(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            CallbackTickets tickets,
            ReloadableRules<CallListLayouts> layouts,
            CallListSettings settings,
            HubProperties hub,
            Clock clock) {
        var plan = new CallLists.Plan(settings.layout(), settings.every(), hub.zone());
        return new CallLists(transaction, jdbc, tickets, layouts, plan, clock);
    }

    @Bean
    CallResultFiles callResultFiles(
            CallbackOutcomes outcomes, ReloadableRules<CallListLayouts> layouts, HubProperties hub, Clock clock) {
        Path work = hub.dataDir().resolve("work").resolve("callback-results");
        return new CallResultFiles(outcomes, layouts, work, clock, hub.zone());
    }

    @Bean
    static Check callListsCheck(
            @Value("${redress.config-dir}") String configDir, @Value("${redress.call-lists.layout}") String layout) {
        Path folder = Path.of(configDir).resolve(FOLDER);
        return Check.of("call lists", () -> YamlFolder.files(folder), () -> {
            read(folder, layout);
            return List.of();
        });
    }

    private static CallListLayouts read(Path folder, String layout) {
        CallListLayouts layouts = CallListLayouts.read(folder);
        if (!layout.isBlank()) {
            layouts.get(layout);
        }
        return layouts;
    }
}
