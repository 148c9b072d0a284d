package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.ledger.intake.DeferredLookups;
import io.redress.lookup.LookupRules;
import io.redress.lookup.LookupService;
import io.redress.mapping.Mappings;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.LookupSettings;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.function.SingletonSupplier;

/** What other systems are asked about customers and orders. */
@Configuration(proxyBeanMethods = false)
@Import(DeferredLookups.class)
class LookupBeans {

    @Bean
    ReloadableRules<LookupRules> lookupRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("lookups", hub.configDir(), LookupRules::read, clock, "lookups.yaml");
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
}
