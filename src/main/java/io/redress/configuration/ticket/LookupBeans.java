package io.redress.configuration.ticket;

import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.intake.DeferredLookups;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lookup.LookupRules;
import io.redress.lookup.LookupService;
import io.redress.mapping.Mappings;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.LookupSettings;
import io.redress.triage.CategoryRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** What other systems are asked about customers and orders. */
@Configuration(proxyBeanMethods = false)
class LookupBeans {

    @Bean
    Check lookupsCheck(@Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        Path file = LookupRules.file(config);
        return Check.of("lookups", () -> Files.exists(file) ? List.of(file) : List.of(), () -> {
            LookupRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<LookupRules> lookupRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        return new ReloadableRules<>(
                "lookups", List.of(LookupRules.file(config)), () -> LookupRules.read(config), clock);
    }

    @Bean
    LookupService lookupService(
            ReloadableRules<LookupRules> rules,
            ObjectProvider<CamelContext> camel,
            Mappings mappings,
            Clock clock,
            LookupSettings settings) {
        Supplier<CamelContext> context = SingletonSupplier.of(camel::getObject); // asked for with every complaint
        return new LookupService(
                rules, name -> context.get().getRoute("lookup-" + name) != null, mappings::get, clock, settings.keep());
    }

    /** Threads that wait for other systems; a question that finds none is asked by the complaint's own. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService lookupThreads() {
        return new ThreadPoolExecutor(
                0,
                64,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                new CustomizableThreadFactory("lookup-"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Bean
    DeferredLookups deferredLookups(
            TransactionTemplate transaction,
            TicketRows tickets,
            TicketStatusRepository statuses,
            DueWork due,
            TicketLifecycle ticketLifecycle,
            LookupService service,
            CategoryRules rules,
            Clock clock) {
        return new DeferredLookups(transaction, tickets, statuses, due, ticketLifecycle, service, rules, clock);
    }
}
