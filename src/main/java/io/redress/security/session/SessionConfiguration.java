package io.redress.security.session;

import io.redress.http.SecurityHeaders;
import io.redress.settings.ApiSettings;
import io.redress.settings.ConsoleSettings;
import io.redress.user.throttle.SignInThrottle;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** The console's door. Each form carries a token; whoever is not signed in is led to the sign-in page. */
@Configuration
@ConditionalOnWebApplication
class SessionConfiguration {

    private static final String TABLE = "console_session";

    private final SignInThrottle throttle;

    SessionConfiguration(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTable(ConsoleSettings settings) {
        return repository -> {
            repository.setTableName(TABLE);
            repository.setDefaultMaxInactiveInterval(settings.idleEnd());
        };
    }

    /** In place of Spring Session's own, which would make objects of any class. */
    @Bean
    SessionValues springSessionConversionService() {
        return new SessionValues();
    }

    @Bean
    @Order(0)
    SecurityFilterChain consoleSecurity(
            HttpSecurity http,
            SessionActors actors,
            CsrfCookies csrf,
            ConsoleEntryPoint entry,
            ApiSettings settings,
            List<ConsoleLogin> logins)
            throws Exception {
        http.securityMatcher("/console", "/console/**")
                .authorizeHttpRequests(requests -> {
                    if (settings.openPage()) {
                        requests.requestMatchers("/console").permitAll();
                    }
                    requests.requestMatchers("/console/login", "/console/login/**", "/console/logout")
                            .permitAll()
                            .anyRequest() // PermissionInterceptor checks what for
                            .authenticated();
                })
                .securityContext(context -> context.securityContextRepository(actors))
                .csrf(tokens -> tokens.csrfTokenRepository(csrf))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .headers(headers -> {
                    headers.defaultsDisabled();
                    SecurityHeaders.writers().forEach(headers::addHeaderWriter);
                });
        for (ConsoleLogin login : logins) {
            login.addTo(http);
        }
        return http.build();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetTries() {
        throttle.clean();
    }
}
