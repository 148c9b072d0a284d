package io.redress.configuration.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.camel.mail.MailboxServices;
import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.HandOff;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.mailbox.SqlMailRegisters;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailboxes: what is remembered of their mails, and what trouble channels have. */
@Configuration(proxyBeanMethods = false)
class MailboxBeans {

    @Bean
    ChannelProblems channelProblems(Clock clock) {
        return new ChannelProblems(clock);
    }

    @Bean(destroyMethod = "close")
    PollConnectionPool pollConnectionPool(DataSource database) {
        return PollConnectionPool.beside(database);
    }

    @Bean
    MailRegisters mailRegisters(
            PollConnectionPool connections,
            JdbcClient jdbc,
            ObjectMapper json,
            DataEncryption encryption,
            Clock clock) {
        return new SqlMailRegisters(connections.database(), new ItemRows(jdbc, json, encryption, clock), clock);
    }

    @Bean
    MailboxServices mailboxServices(MailRegisters registers, ChannelProblems problems, HandOff handOff, Clock clock) {
        return new MailboxServices(
                registers, problems, () -> new UnfetchedMail.Item(handOff.newId(), handOff.number()), clock);
    }
}
