package io.redress.configuration.channel;

import io.redress.camel.mail.MailboxServices;
import io.redress.channel.ChannelProblems;
import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailGroups;
import io.redress.channel.email.MailRules;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.cluster.FencingToken;
import io.redress.configfile.ReloadableRules;
import io.redress.configuration.SeparateConnectionPool;
import io.redress.configuration.check.UsedTemplates;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.handoff.MessageGroups;
import io.redress.language.LanguageDetector;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.mailbox.SqlMailRegisters;
import io.redress.ledger.reply.LedgerMessageTickets;
import io.redress.ledger.reply.UnverifiedMailCounter;
import io.redress.ledger.ticket.TicketSenders;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.CategoryTitles;
import io.redress.reply.CustomerMessages;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailTemplates;
import io.redress.reply.OutgoingMessages;
import io.redress.reply.ReplySender;
import io.redress.reply.StaffMails;
import io.redress.reply.outgoing.MessageLimit;
import io.redress.reply.outgoing.MessageLimits;
import io.redress.reply.outgoing.MessageService;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.settings.channel.UnverifiedMailSettings;
import io.redress.settings.ticket.MessageSettings;
import io.redress.standing.OwnMessageIds;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.util.HashSet;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail: how it is fetched and read, and how it is answered. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChannelProblems.class,
    LedgerMessageTickets.class,
    MessageLimit.class,
    MessageService.class,
    TicketSenders.class
})
class EmailBeans {

    /** Mailboxes that are polled at once; the embedded server has 100 connections. */
    private static final int POLLS_AT_ONCE = 64;

    @Bean
    ReloadableRules<MailRules> mailRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("mail rules", hub.configDir(), MailRules::read, clock, "mail-rules.yaml");
    }

    @Bean
    EmailNormalizer emailNormalizer(MailSettings mail, PhoneNumbers phones, ReloadableRules<MailRules> rules) {
        var own = new HashSet<>(mail.ownAddresses());
        own.add(mail.address());
        return new EmailNormalizer(own, LanguageDetector::of, phones, mail.trustedAuthenticationServers(), rules);
    }

    @Bean
    MessageGroups messageGroups(HubKey key) {
        return new MailGroups(new KeyedDigest(key.derive("message-group"))::of);
    }

    @Bean
    MailTemplates mailTemplates(HubProperties hub) {
        return new MailTemplates(hub.configDir().resolve("templates"));
    }

    @Bean
    ReplySender sender(MailSettings mail, HubProperties hub) {
        return new ReplySender(mail.address(), mail.name(), hub.zone(), mail.language());
    }

    @Bean
    CustomerMessages customerMessages(MailTemplates templates, ReplySender sender, CategoryRules rules) {
        CategoryTitles names = (category, language) -> rules.titles(category).getOrDefault(language, category);
        return new CustomerMessages(templates, sender, names, UsedTemplates.CUSTOMERS);
    }

    @Bean
    StaffMails staffMails(MailTemplates templates, ReplySender sender) {
        return new StaffMails(templates, sender, UsedTemplates.STAFF);
    }

    @Bean
    UnverifiedMailCounter unverifiedMailCounter(
            JdbcClient jdbc,
            MailSettings mail,
            UnverifiedMailSettings settings,
            HubKey key,
            MailLimitListener listener,
            Clock clock) {
        var marks = new KeyedDigest(key.derive("unproved-mail"));
        return new UnverifiedMailCounter(
                jdbc, settings.limits(mail.acknowledgementsPerHour()), marks::of, listener, clock);
    }

    @Bean
    OutgoingMessages outgoingMail() {
        return new OutgoingMessages();
    }

    @Bean
    MessageLimits messageLimits(MailSettings mail, MessageSettings settings) {
        return new MessageLimits(mail.acknowledgementsPerHour(), settings.perTicketPerDay());
    }

    @Bean
    OwnMessageIds ownMessageIds(HubKey key) {
        return new OwnMessageIds(key.derive("message-id"));
    }

    /** A poll holds one for as long as its mail server lets it wait: a provider that hangs would else take every connection. */
    @Bean(destroyMethod = "close")
    SeparateConnectionPool pollConnections(DataSource database) {
        return SeparateConnectionPool.beside(database, "polls", POLLS_AT_ONCE);
    }

    @Bean
    MailRegisters mailRegisters(
            @Qualifier("pollConnections") SeparateConnectionPool connections,
            ItemRows items,
            FencingToken leader,
            Clock clock) {
        return new SqlMailRegisters(connections.database(), items, leader, clock);
    }

    @Bean
    MailboxServices mailboxServices(
            MailRegisters registers,
            ChannelProblems problems,
            HandOff handOff,
            Clock clock,
            SpringTransactionPolicy jmsTransaction) {
        var transaction = new TransactionTemplate(jmsTransaction.getTransactionManager());
        return new MailboxServices(
                registers,
                problems,
                () -> new UnfetchedMail.Item(handOff.newId(), handOff.number()),
                clock,
                work -> committed(transaction, work));
    }

    private static boolean committed(TransactionTemplate transaction, BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = work.getAsBoolean();
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }
}
