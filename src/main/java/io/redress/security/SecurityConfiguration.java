package io.redress.security;

import io.redress.http.SecurityHeaders;
import io.redress.permission.Permission;
import io.redress.security.app.AppTokenConverter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Who may call what. Customers and platforms reach the channels, whose routes prove their senders themselves; everything
 * else needs a key or the session of somebody who signed in, as {@code session} has it. Requests that match a channel's path and
 * method exactly do not come here: io.redress.http takes them to their routes before.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {

    private final ApiKeyAuthenticationProvider authentication;
    private final ApiAuthenticationEntryPoint apiAuthenticationEntryPoint;
    private final ApiKeyAudit audit;
    private final SecurityContextRepository sessions;

    SecurityConfiguration(
            ApiKeyAuthenticationProvider authentication,
            ApiAuthenticationEntryPoint apiAuthenticationEntryPoint,
            ApiKeyAudit audit,
            SecurityContextRepository sessions) {
        this.authentication = authentication;
        this.apiAuthenticationEntryPoint = apiAuthenticationEntryPoint;
        this.audit = audit;
        this.sessions = sessions;
    }

    /** No text of ours holds a NUL, and no database takes one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** A span around each of a dozen filters, for every request, would tell nobody anything. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** It only leads to the console. */
    @Bean
    @Order(1)
    SecurityFilterChain rootSecurity(HttpSecurity http) throws Exception {
        http.securityMatcher("/")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return stateless(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain appSecurity(HttpSecurity http, AppTokenConverter apps) throws Exception {
        var filter = new AuthenticationFilter((AuthenticationManager) presented -> presented, apps);
        filter.setSuccessHandler((request, response, authenticated) -> {}); // and go on with the request
        http.securityMatcher("/api/my/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(AppTokenConverter.CUSTOMER))
                .addFilterAt(filter, UsernamePasswordAuthenticationFilter.class);
        return stateless(http)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(apiAuthenticationEntryPoint::noCustomer))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiSecurity(HttpSecurity http, BearerKeyConverter bearer, CsrfTokenRepository tokens)
            throws Exception {
        http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi.json", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(Permission.METRICS_READ.key())
                        .anyRequest() // PermissionInterceptor checks what for
                        .authenticated())
                .addFilterAt(keys(bearer), UsernamePasswordAuthenticationFilter.class)
                .securityContext(context -> context.securityContextRepository(sessions));
        return stateless(http)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .requireCsrfProtectionMatcher(
                                request -> isBySession(request) && bearer.convert(request) == null))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(apiAuthenticationEntryPoint)
                        .accessDeniedHandler(apiAuthenticationEntryPoint::forbidden))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain channelSecurity(HttpSecurity http) throws Exception {
        // A channel's file chooses its path, so this cannot list them; what no route and no page serves is 404.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/error")
                .denyAll()
                .anyRequest()
                .permitAll());
        return stateless(http)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(apiAuthenticationEntryPoint::notFound))
                .build();
    }

    /** Whether a request changes something and its cookie says by whom: a browser sends that along for any site. */
    private static boolean isBySession(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private AuthenticationFilter keys(AuthenticationConverter converter) {
        var filter = new AuthenticationFilter(new ProviderManager(authentication), converter);
        filter.setSuccessHandler( // and go on with the request
                (request, response, authenticated) -> audit.used(authenticated.getName(), request.getRemoteAddr()));
        filter.setFailureHandler(apiAuthenticationEntryPoint::commence);
        return filter;
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    headers.defaultsDisabled();
                    SecurityHeaders.writers().forEach(headers::addHeaderWriter);
                });
    }
}
