package io.redress.channel.webform;

import io.redress.configfile.ReloadableRules;
import io.redress.configuration.channel.WebFormBeans;
import io.redress.configuration.page.CustomerPages;
import io.redress.configuration.page.FormPages;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.status.CustomerEntries;
import io.redress.status.CustomerView;
import io.redress.status.CustomerViews;
import io.redress.status.StatusLinkSender;
import io.redress.status.StatusLinkStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The web form channel and the web server with everything real but the queue behind {@code direct:hand-off} and the ledger. It bears no
 * {@code @Configuration}, so that no other test finds it by scanning.
 */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@ConfigurationPropertiesScan("io.redress.settings")
@ComponentScan("io.redress.http")
@Import({WebFormBeans.class, CustomerPages.class, FormPages.class})
class WebFormHub {

    /** What reached the queue. */
    static final class Queue {
        final List<RawMessage> messages = new CopyOnWriteArrayList<>();
        final AtomicBoolean down = new AtomicBoolean();

        public void add(RawMessage message) throws IOException {
            if (down.get()) {
                throw new IOException("the broker is away");
            }
            messages.add(message);
        }
    }

    /** What the ledger would know. */
    static final class Views implements CustomerViews {
        final Map<String, CustomerView> byNumber = new ConcurrentHashMap<>();

        @Override
        public Optional<CustomerView> find(String number) {
            return Optional.ofNullable(byNumber.get(number));
        }
    }

    @Bean
    Queue queue() {
        return new Queue();
    }

    @Bean
    Views views() {
        return new Views();
    }

    @Bean
    StatusLinkSender statusLinkSender() {
        return number -> {};
    }

    @Bean
    CustomerEntries customerEntries() {
        return number -> List.of();
    }

    @Bean
    StatusLinkStates statusLinkStates() {
        return number -> new StatusLinkStates.LinkState(0, true);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Bean
    Mappings mappings() throws IOException {
        Path folder = Files.createTempDirectory("webform-mappings");
        for (String from : List.of(
                "config/mappings/complaint-form", "src/test/resources/channel/web-form/mappings/returns-form")) {
            Path file = Path.of(from + ".yaml");
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        return Mappings.read(folder);
    }

    @Bean
    ReloadableRules<ReplyRules> replyRules(Clock clock) {
        return ReloadableRules.of("replies", Path.of("config"), ReplyRules::read, clock, ReplyRules.FILE);
    }

    @Bean
    HubKey hubKey() throws IOException {
        return HubKey.in(Files.createTempDirectory("webform").resolve("hub.key"));
    }

    @Bean
    IntakeBackPressure intakeBackPressure() {
        return new IntakeBackPressure();
    }

    @Bean
    BlobStore blobStore() throws IOException {
        return new BlobStore(Files.createTempDirectory("webform-blobs"));
    }

    @Bean
    HandOff handOff(BlobStore blobs, Clock clock) {
        return new HandOff(new TicketNumbers(() -> 7, new byte[32], clock), blobs, clock);
    }

    @Bean
    ReservedNumbers reservedNumbers(Clock clock) {
        return new InMemoryReservedNumbers(clock);
    }

    @Bean
    RouteBuilder handOffStandIn() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-off").errorHandler(noErrorHandler()).to("bean:queue?method=add(${body})");
            }
        };
    }
}
