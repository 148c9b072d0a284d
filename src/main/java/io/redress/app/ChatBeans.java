package io.redress.app;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the chat channels need. */
@Configuration(proxyBeanMethods = false)
public class ChatBeans {

    @Bean
    FilterRegistrationBean<WebhookBodyLimit> webhookBodyLimit() {
        var limit = new FilterRegistrationBean<>(new WebhookBodyLimit());
        limit.addUrlPatterns("/webhooks/*");
        return limit;
    }
}
