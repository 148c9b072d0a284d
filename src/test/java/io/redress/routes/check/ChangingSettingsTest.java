package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import io.redress.routes.EnvironmentPlaceholder;
import io.redress.routes.TestWiring;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import io.redress.routes.reload.RouteReloader;
import io.redress.routes.reload.RouteStatus;
import io.redress.routes.reload.RouteStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What routes need besides their own files comes, changes and goes while the hub runs. */
class ChangingSettingsTest {

    private static final String ROUTE = """
            - route:
                id: %s
                from:
                  uri: direct:%s
                  steps:
                    - setBody: {simple: "%s"}
            """;

    @TempDir
    Path folder;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> mappings = ConcurrentHashMap.newKeySet();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private RouteReloader reloader;

    @BeforeEach
    void start() throws Exception {
        write("plain", "plain");
        write("token", "{{shop.token:none}}");
        var source = new PropertiesSource() {
            @Override
            public String getName() {
                return "secrets";
            }

            @Override
            public @Nullable String getProperty(String name) {
                return secrets.get(name);
            }
        };
        camel.getPropertiesComponent().addPropertiesSource(source);
        camel.getPropertiesComponent().addPropertiesFunction(new EnvironmentPlaceholder(secrets::get));
        var checker = new RouteChecker(beanCatalog(), List.of(new NamedMappings()));
        reloader = new RouteReloader(new RouteFiles(folder), checker, camel, Clock.systemUTC());
        reloader.start();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void a_route_that_only_needs_a_secret_starts_when_it_is_there() throws IOException {
        write("shop", "{{env:SHOP_PASSWORD}}");
        settle();
        assertThat(status("shop").state()).isEqualTo(State.REFUSED);
        assertThat(status("shop").findings())
                .singleElement()
                .extracting(Finding::problem, Finding::remedy)
                .containsExactly(
                        "nothing is set for {{env:SHOP_PASSWORD}}",
                        "set the variable SHOP_PASSWORD, or write its value into the file"
                                + " config/secrets/SHOP_PASSWORD (mode 0600), which needs no restart");
        secrets.put("SHOP_PASSWORD", "correct horse");
        settle();
        assertThat(status("shop").state()).isEqualTo(State.RUNNING);
        assertThat(ask("shop")).isEqualTo("correct horse");
    }

    @Test
    void a_rotated_secret_reloads_the_routes_that_use_it_and_no_others() {
        var plain = camel.getRoute("plain");
        secrets.put("shop.token", "rotated");
        settle();
        assertThat(ask("token")).isEqualTo("rotated");
        assertThat(camel.getRoute("plain")).isSameAs(plain);
    }

    @Test
    void a_route_whose_secret_was_taken_away_runs_on_and_says_so() throws IOException {
        secrets.put("shop.password", "correct horse");
        write("shop", "{{shop.password}}");
        settle();
        secrets.clear();
        write("plain", "edited");
        settle();
        assertThat(ask("shop")).isEqualTo("correct horse");
        assertThat(status("shop").findings())
                .extracting(Finding::problem)
                .containsExactly("nothing is set for {{shop.password}}");
        assertThat(ask("plain")).as("it holds up no other").isEqualTo("edited");
    }

    @Test
    void a_mapping_is_looked_for_at_a_reload_as_by_check_and_when_it_comes() throws IOException {
        write("mapped", "mapping shop-form");
        settle();
        assertThat(status("mapped").state()).isEqualTo(State.REFUSED);
        assertThat(status("mapped").findings())
                .extracting(Finding::problem)
                .containsExactly("there is no mapping 'shop-form'");
        mappings.add("shop-form");
        settle();
        assertThat(ask("mapped")).isEqualTo("mapping shop-form");
    }

    /** Steps that name a mapping. */
    private final class NamedMappings implements RouteRule {

        @Override
        public List<Finding> check(RouteSet routes) {
            return routes.routes().stream()
                    .filter(file -> file.text().contains("mapping shop-form") && !mappings.contains("shop-form"))
                    .map(file -> new Finding(file.path(), 6, "there is no mapping 'shop-form'", "write it"))
                    .toList();
        }

        @Override
        public Object basis() {
            return Set.copyOf(mappings);
        }
    }

    private BeanCatalog beanCatalog() {
        BeanCatalog desk = new TestWiring();
        return new BeanCatalog() {
            @Override
            public @Nullable Class<?> typeOf(String bean) {
                return desk.typeOf(bean);
            }

            @Override
            public Set<String> namesOf(Class<?> type) {
                return desk.namesOf(type);
            }

            @Override
            public Set<String> names() {
                return desk.names();
            }

            @Override
            public @Nullable String setting(String key) {
                return secrets.get(key.replaceFirst("^env:", ""));
            }

            @Override
            public Object state() {
                return Map.copyOf(secrets);
            }
        };
    }

    private String ask(String route) {
        return camel.createFluentProducerTemplate()
                .to("direct:" + route)
                .withBody("")
                .request(String.class);
    }

    private void settle() {
        reloader.poll();
        reloader.poll();
    }

    private RouteStatus status(String route) {
        return reloader.status().stream()
                .filter(status -> status.file().equals(folder.resolve(route + ".camel.yaml")))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".camel.yaml"), ROUTE.formatted(name, name, text));
    }
}
