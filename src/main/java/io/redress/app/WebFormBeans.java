package io.redress.app;

import io.redress.channel.webform.FormPage;
import io.redress.channel.webform.PromisedNumbers;
import io.redress.channel.webform.WebForm;
import io.redress.channel.webform.WebFormNormalizer;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.language.LanguageGuess;
import io.redress.mapping.Mappings;
import io.redress.status.CustomerViews;
import io.redress.status.LinkStates;
import io.redress.status.StatusAccess;
import io.redress.status.StatusLinks;
import io.redress.status.StatusPage;
import io.redress.status.StatusToken;
import io.redress.web.Pages;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web form channel and the pages for customers. */
@Configuration(proxyBeanMethods = false)
class WebFormBeans {

    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port) {
        return new UnreadBodyEngine(port);
    }

    @Bean
    Pages pages(@Value("${redress.config-dir:config}") Path config) {
        return Pages.in(config.resolve("templates").resolve("pages"));
    }

    @Bean
    StatusToken statusToken(HubKey key) {
        return new StatusToken(key.derive("status-token"));
    }

    @Bean
    StatusLinks statusLinks(@Value("${redress.public-url:http://localhost:8080}") URI publicUrl, StatusToken tokens) {
        return new StatusLinks(publicUrl, tokens);
    }

    @Bean
    StatusAccess statusAccess(StatusToken tokens, LinkStates states) {
        return new StatusAccess(tokens, states);
    }

    @Bean
    StatusPage statusPage(
            Pages pages,
            StatusAccess access,
            StatusLinks links,
            CustomerViews views,
            @Value("${redress.zone:Asia/Shanghai}") ZoneId zone) {
        return new StatusPage(pages, access, links, views, zone);
    }

    @Bean
    FormPage formPage(Pages pages, StatusLinks links) {
        return new FormPage(pages, links);
    }

    @Bean
    WebForm webForm(
            Mappings mappings,
            HandOff handOff,
            PromisedNumbers numbers,
            Pages pages,
            StatusLinks links,
            Clock clock,
            @Value("${redress.web-form.double-click:10m}") Duration doubleClick) {
        return new WebForm(mappings, handOff, numbers, pages, links, clock, doubleClick);
    }

    @Bean
    WebFormNormalizer webFormNormalizer(Mappings mappings) {
        return new WebFormNormalizer(mappings, LanguageGuess::of);
    }
}
