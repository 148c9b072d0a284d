package io.redress.app;

import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailOriginals;
import io.redress.language.LanguageGuess;
import io.redress.reply.Acknowledgements;
import io.redress.reply.CategoryNames;
import io.redress.reply.MailTemplates;
import io.redress.reply.OutgoingMessages;
import io.redress.reply.Sender;
import io.redress.triage.CategoryRules;
import java.util.HashSet;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail: how it is fetched and read, and how it is answered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class EmailBeans {

    @Bean
    EmailNormalizer emailNormalizer(MailSettings mail) {
        var own = new HashSet<>(mail.ownAddresses());
        own.add(mail.address());
        return new EmailNormalizer(own, LanguageGuess::of);
    }

    @Bean
    MailOriginals mailOriginals() {
        return new MailOriginals();
    }

    @Bean
    MailUidGenerator mailUids() {
        return new MailboxUids();
    }

    @Bean
    MailTemplates mailTemplates(HubProperties hub) {
        return new MailTemplates(hub.configDir().resolve("templates"));
    }

    @Bean
    Acknowledgements acknowledgements(
            MailTemplates templates, MailSettings mail, HubProperties hub, CategoryRules rules) {
        var sender = new Sender(mail.address(), mail.name(), hub.zone(), mail.language());
        CategoryNames names = (category, language) -> rules.titles(category).getOrDefault(language, category);
        return new Acknowledgements(templates, sender, names);
    }

    @Bean
    OutgoingMessages outgoingMail() {
        return new OutgoingMessages();
    }
}
