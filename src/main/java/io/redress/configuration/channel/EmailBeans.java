package io.redress.configuration.channel;

import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailGroups;
import io.redress.channel.email.MailRules;
import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.configuration.check.TemplateCheck;
import io.redress.figures.report.FigureMails;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.handoff.MessageGroups;
import io.redress.incident.IncidentNotification;
import io.redress.language.LanguageGuess;
import io.redress.ledger.reply.UnverifiedMailCounter;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.CategoryTitles;
import io.redress.reply.CustomerMessages;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailTemplates;
import io.redress.reply.MessageTemplate;
import io.redress.reply.OutgoingMessages;
import io.redress.reply.ReplySender;
import io.redress.reply.StaffMails;
import io.redress.reply.outgoing.MessageLimit;
import io.redress.reply.outgoing.MessageWork;
import io.redress.settings.CallbackSettings;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.settings.channel.UnverifiedMailSettings;
import io.redress.settings.ticket.MessageSettings;
import io.redress.triage.CategoryRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail: how it is fetched and read, and how it is answered. */
@Configuration(proxyBeanMethods = false)
class EmailBeans {

    /** What those in charge are sent. */
    private static final List<MessageTemplate> STAFF =
            List.of(StaffMails.ESCALATION, FigureMails.WEEKLY_REPORT, FigureMails.RISE, IncidentNotification.TEMPLATE);

    @Bean
    static Check templateCheck(@Value("${redress.config-dir}") String configDir, ObjectProvider<MessageTemplate> used) {
        return new TemplateCheck(
                Path.of(configDir).resolve("templates"), () -> used.stream().toList(), STAFF);
    }

    @Bean
    static Check mailRulesCheck(@Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        return Check.of("mail-rules", () -> List.of(config.resolve("mail-rules.yaml")), () -> {
            MailRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<MailRules> mailRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        return new ReloadableRules<>(
                "mail rules", List.of(config.resolve("mail-rules.yaml")), () -> MailRules.read(config), clock);
    }

    @Bean
    EmailNormalizer emailNormalizer(MailSettings mail, CallbackSettings callbacks, ReloadableRules<MailRules> rules) {
        var own = new HashSet<>(mail.ownAddresses());
        own.add(mail.address());
        return new EmailNormalizer(
                own,
                LanguageGuess::of,
                new PhoneNumbers(callbacks.phoneRegion()),
                mail.trustedAuthenticationServers(),
                rules);
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
    MessageTemplate acknowledgementTemplate() {
        return CustomerMessages.ACKNOWLEDGEMENT;
    }

    @Bean
    MessageTemplate updateTemplate() {
        return CustomerNotifications.UPDATE;
    }

    @Bean
    CustomerMessages customerMessages(
            MailTemplates templates, ReplySender sender, CategoryRules rules, List<MessageTemplate> used) {
        CategoryTitles names = (category, language) -> rules.titles(category).getOrDefault(language, category);
        return new CustomerMessages(templates, sender, names, used);
    }

    @Bean
    StaffMails staffMails(MailTemplates templates, ReplySender sender) {
        return new StaffMails(templates, sender, STAFF);
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
    MessageLimit messageLimit(MessageWork due, MessageSettings settings, MailLimitListener listener, Clock clock) {
        return new MessageLimit(due, settings.perTicketPerDay(), listener, clock);
    }
}
