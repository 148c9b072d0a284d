package io.redress.configuration;

import io.redress.camel.file.IntakeAwarePollStrategy;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.IssuedNumbers;
import io.redress.handoff.MessageGroups;
import io.redress.handoff.Originals;
import io.redress.handoff.TicketNumbers;
import io.redress.ledger.intake.DeferredArrivals;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.ticket.SqlNumberBlocks;
import io.redress.settings.HubProperties;
import io.redress.settings.IntakeSettings;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hand-off: what a channel took in gets its id and number, and is stored before the channel answers. */
@Configuration(proxyBeanMethods = false)
class HandOffBeans {

    @Bean
    HubKey hubKey(HubProperties hub) {
        return HubKey.in(hub.hubKeyFile());
    }

    @Bean
    BlobStore blobStore(HubProperties hub, DataEncryption encryption) {
        return new BlobStore(hub.blobFolder(), encryption);
    }

    @Bean
    Originals originals(BlobStore blobs) {
        return new Originals(blobs);
    }

    @Bean
    TicketNumbers ticketNumbers(JdbcClient jdbc, HubKey key, Clock clock) {
        String fingerprint = HexFormat.of().formatHex(key.derive("fingerprint"), 0, 8);
        return new TicketNumbers(new SqlNumberBlocks(jdbc, fingerprint), key.derive("ticket-number"), clock);
    }

    @Bean
    DeferredArrivals deferredArrivals(
            JdbcClient jdbc, ItemQueries items, HubKey key, Clock clock, IntakeSettings settings) {
        var dealt = new IssuedNumbers(key.derive("ticket-number"), () -> SqlNumberBlocks.dealt(jdbc), clock);
        return new DeferredArrivals(jdbc, items, dealt::isRecent, settings.waitForTicket(), clock);
    }

    @Bean
    HandOff handOff(TicketNumbers numbers, BlobStore blobs, MessageGroups groups, Clock clock) {
        return new HandOff(numbers, blobs, groups, clock);
    }

    @Bean
    IntakeBackPressure intakeBackPressure() {
        return new IntakeBackPressure();
    }

    @Bean
    IntakeAwarePollStrategy intakeAwarePollStrategy(IntakeBackPressure backPressure) {
        return new IntakeAwarePollStrategy(backPressure);
    }
}
