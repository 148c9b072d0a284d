package io.redress.configuration.channel;

import io.redress.camel.http.ChannelResponseWriter;
import io.redress.camel.http.RunningForms;
import io.redress.channel.webform.Captcha;
import io.redress.channel.webform.ConsentText;
import io.redress.channel.webform.FollowUpAccess;
import io.redress.channel.webform.FormChannels;
import io.redress.channel.webform.FormGuard;
import io.redress.channel.webform.FormOrigins;
import io.redress.channel.webform.FormPage;
import io.redress.channel.webform.FormScript;
import io.redress.channel.webform.NetworkDigest;
import io.redress.channel.webform.ReservedNumbers;
import io.redress.channel.webform.WebForm;
import io.redress.channel.webform.WebFormNormalizer;
import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.http.ChannelPaths;
import io.redress.http.ChannelRequestReader;
import io.redress.http.StreamingHttpEngine;
import io.redress.mapping.Mappings;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.settings.channel.WebFormSettings;
import io.redress.settings.channel.WebFormSettings.WhenAway;
import io.redress.status.AddedFiles;
import io.redress.status.StatusAccess;
import io.redress.status.StatusFiles;
import io.redress.status.StatusLinkRequests;
import io.redress.status.StatusLinkSender;
import io.redress.status.StatusLinks;
import io.redress.status.StatusPage;
import io.redress.status.StatusToken;
import io.redress.web.Pages;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The web form channel and the pages for customers. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChannelPaths.class,
    FollowUpAccess.class,
    FormOrigins.class,
    FormScript.class,
    RunningForms.class,
    ChannelRequestReader.class,
    ChannelResponseWriter.class,
    StatusAccess.class,
    StatusFiles.class,
    StatusPage.class
})
public class WebFormBeans {

    @Bean
    WebFormNormalizer webFormNormalizer(Mappings mappings, ReloadableRules<ReplyRules> replies) {
        return new WebFormNormalizer(mappings, () -> replies.get().servesPhoneOnly());
    }

    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port, ChannelPaths paths) {
        return new StreamingHttpEngine(port, paths);
    }

    @Bean
    Pages pages(HubProperties hub) {
        return Pages.in(hub.configDir().resolve("templates").resolve("pages"));
    }

    @Bean
    StatusToken statusToken(HubKey key) {
        return new StatusToken(key.derive("status-token"));
    }

    @Bean
    StatusLinks statusLinks(HubProperties hub, StatusToken tokens) {
        return new StatusLinks(hub.publicAddress(), tokens);
    }

    @Bean
    AddedFiles addedFiles(FormChannels forms) {
        return () -> forms.at("/status/messages").map(form -> form.rules().shown());
    }

    @Bean
    FormGuard formGuard(WebFormSettings settings, MailSettings mail, Pages pages, HubKey key, Clock clock) {
        var policy = settings.policy(mail.address());
        var signatures = new KeyedDigest(key.derive("form-page"));
        var consent = new ConsentText(pages, policy.contact());
        return new FormGuard(
                policy,
                signatures,
                clock,
                consent,
                captcha(settings.captcha(), clock),
                settings.captcha().widget());
    }

    /** One thread: what waits is done one after the other, and a flood of questions is dropped. */
    @Bean(destroyMethod = "shutdown")
    ThreadPoolExecutor statusLinkExecutor() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1_000));
    }

    @Bean
    StatusLinkRequests statusLinkRequests(
            Pages pages, StatusLinks links, StatusLinkSender sender, ThreadPoolExecutor statusLinkExecutor) {
        return new StatusLinkRequests(pages, links, sender, statusLinkExecutor);
    }

    @Bean
    FormPage formPage(Pages pages, StatusLinks links, FormGuard guard, WebFormSettings settings) {
        return new FormPage(pages, links, guard, settings.stores());
    }

    private static @Nullable Captcha captcha(WebFormSettings.Captcha service, Clock clock) {
        URI verify = service.verify();
        return verify == null || service.secret().isBlank()
                ? null
                : new Captcha(
                        verify, service.secret(), service.timeout(), service.whenAway() == WhenAway.REFUSE, clock);
    }

    @Bean
    WebForm webForm(
            Mappings mappings,
            HandOff handOff,
            ReservedNumbers numbers,
            Pages pages,
            StatusLinks links,
            FormGuard guard,
            HubKey key,
            FollowUpAccess followUps,
            Clock clock,
            WebFormSettings settings) {
        var sources = new NetworkDigest(new KeyedDigest(key.derive("form-source")));
        return new WebForm(
                mappings, handOff, numbers, pages, links, guard, sources, followUps, clock, settings.doubleClick());
    }
}
