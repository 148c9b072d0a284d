package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.app.mail.MailDesk;
import io.redress.channel.ChannelTroubles;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.MissedMail;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.HandOff;
import io.redress.ledger.ItemRows;
import io.redress.ledger.SqlMailRegisters;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailboxes: what is remembered of their mails, and what trouble channels have. */
@Configuration(proxyBeanMethods = false)
class MailboxBeans {

    @Bean
    ChannelTroubles channelTroubles(Clock clock) {
        return new ChannelTroubles(clock);
    }

    @Bean(destroyMethod = "close")
    PollConnections pollConnections(DataSource database) {
        return PollConnections.beside(database);
    }

    @Bean
    MailRegisters mailRegisters(
            PollConnections connections, JdbcClient jdbc, ObjectMapper json, DataEncryption encryption, Clock clock) {
        return new SqlMailRegisters(connections.database(), new ItemRows(jdbc, json, encryption, clock), clock);
    }

    @Bean
    MailDesk mailDesk(MailRegisters registers, ChannelTroubles troubles, HandOff handOff, Clock clock) {
        return new MailDesk(registers, troubles, () -> new MissedMail.Item(handOff.newId(), handOff.number()), clock);
    }
}
