package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.security.app.AppTokenConverter;
import io.redress.security.app.AppTokens;
import io.redress.settings.ApiSettings;
import io.redress.settings.AppSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The door of a hub with nothing behind it: whoever is let in finds 404. */
class ApiAccessTest {

    @Test
    void a_hub_without_a_key_lets_nobody_in_and_says_what_to_set() {
        atADoor("redress.api.key=", at -> {
            for (String path : List.of("/api/tickets", "/actuator/prometheus")) {
                var answer = at.get(path, "Bearer ");
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).contains("No API key is configured").contains("REDRESS_API_KEY");
            }
            assertThat(at.get("/webhooks/shop", "").statusCode())
                    .as("the channels work without")
                    .isEqualTo(404);
        });
    }

    @Test
    void the_key_of_the_environment_opens() {
        atADoor("REDRESS_API_KEY=sandbox", at -> {
            assertThat(at.get("/api/tickets", "Bearer sandbox").statusCode()).isEqualTo(404);
            assertThat(at.get("/api/tickets", "Bearer other").statusCode()).isEqualTo(401);
        });
    }

    @Test
    void a_flood_of_wrong_keys_is_told_to_wait_and_a_right_key_of_the_same_address_still_opens() {
        atADoor("REDRESS_API_KEY=sandbox", at -> {
            List<Integer> answers = IntStream.range(0, 200)
                    .mapToObj(n -> at.get("/api/tickets", "Bearer wrong-" + n).statusCode())
                    .toList();
            assertThat(answers.subList(0, 10)).containsOnly(401);
            assertThat(answers.subList(20, 200)).containsOnly(429);
            var wait = at.get("/api/tickets", "Bearer wrong").headers().firstValue("Retry-After");
            assertThat(Integer.parseInt(wait.orElseThrow())).isBetween(1, 7);
            assertThat(at.get("/api/tickets", "Bearer sandbox").statusCode()).isEqualTo(404);
        });
    }

    private static void atADoor(String setting, Consumer<Visitor> visit) {
        var application = new SpringApplicationBuilder(Door.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.location=optional:file:target/none/", "server.port=0")
                .environment(environment(setting));
        try (var context = application.run()) {
            visit.accept(new Visitor(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
        }
    }

    /** The setting as an environment variable, where its name is that of one. */
    private static ConfigurableEnvironment environment(String setting) {
        var environment = new StandardEnvironment();
        int equals = setting.indexOf('=');
        Map<String, Object> variables = Map.of(setting.substring(0, equals), setting.substring(equals + 1));
        environment
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
        return environment;
    }

    record Visitor(int port) {

        HttpResponse<String> get(String path, String authorization) {
            return OpsHub.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", authorization));
        }
    }

    /** Not annotated as a configuration, so that no scan finds it. */
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    @EnableConfigurationProperties({ApiSettings.class, AppSettings.class})
    @Import({
        SecurityConfiguration.class,
        ApiKeyAuthenticationProvider.class,
        ApiKeyAudit.class,
        BearerKeyConverter.class,
        ApiAuthenticationEntryPoint.class,
        ApiKeys.class,
        WrongKeys.class,
        AppTokens.class,
        AppTokenConverter.class,
        RequestAttributeSecurityContextRepository.class,
        CookieCsrfTokenRepository.class
    })
    static class Door {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
