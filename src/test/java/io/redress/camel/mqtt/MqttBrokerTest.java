package io.redress.camel.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.device.DeviceMessage;
import io.redress.handoff.IntakeBackPressure;
import io.redress.testing.MqttBroker;
import io.redress.testing.TestCertificate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component {@code mqtt-broker} against a broker on loopback. */
class MqttBrokerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MqttBroker broker = new MqttBroker(0);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ChannelProblems problems = new ChannelProblems(Clock.systemUTC());
    private final IntakeBackPressure backPressure = new IntakeBackPressure();
    private final Queue<DeviceMessage> taken = new ConcurrentLinkedQueue<>();
    private volatile int failures;

    @BeforeEach
    void bind() {
        camel.getRegistry().bind("mqttServices", new MqttServices(problems, backPressure, "node1"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        broker.close();
    }

    @Test
    void what_the_route_did_not_take_comes_again_in_its_order() throws Exception {
        failures = 2;
        start(broker.url(), "a/+/b", MqttBroker.PASSWORD);
        await().atMost(SOON).until(() -> broker.listeners() == 1);
        try (MqttBroker.Device device = broker.device()) {
            for (int n = 0; n < 20; n++) {
                device.publish("a/" + n % 3 + "/b", Integer.toString(n));
            }
        }

        await().atMost(SOON).until(() -> texts().size() == 20);
        assertThat(texts()).containsExactlyElementsOf(numbers(20));
        assertThat(problems.of("shop")).isEmpty();
    }

    @Test
    void what_arrives_while_the_hub_is_away_is_kept_for_it() throws Exception {
        start(broker.url(), "#", MqttBroker.PASSWORD);
        await().atMost(SOON).until(() -> broker.listeners() == 1);
        camel.getRouteController().stopRoute("shop");
        broker.publish("a/1", "while it was away");
        camel.getRouteController().startRoute("shop");

        await().atMost(SOON).until(() -> !taken.isEmpty());
        broker.cutHubs();
        broker.publish("a/1", "after it was cut off");
        await().atMost(SOON).until(() -> texts().size() == 2);
        assertThat(texts()).containsExactly("while it was away", "after it was cut off");
        assertThat(taken).extracting(DeviceMessage::topic).containsOnly("a/1");
    }

    @Test
    void two_hubs_of_one_group_take_each_message_once() throws Exception {
        start(broker.url(), "a/#", MqttBroker.PASSWORD);
        camel.getRegistry().bind("mqttServices", new MqttServices(problems, backPressure, "node2"));
        camel.addRoutes(route("second", broker.url(), "a/#", MqttBroker.PASSWORD));
        await().atMost(SOON).until(() -> broker.listeners() == 2);
        for (int n = 0; n < 10; n++) {
            broker.publish("a/1", Integer.toString(n));
        }

        await().atMost(SOON).until(() -> taken.size() >= 10);
        assertThat(taken).hasSize(10);
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(numbers(10));
    }

    @Test
    void while_too_much_waits_in_the_hub_nothing_is_fetched() throws Exception {
        backPressure.set("100000 arrivals wait");
        start(broker.url(), "a/#", MqttBroker.PASSWORD);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> broker.listeners() == 0);
        backPressure.set(null);
        await().atMost(SOON).until(() -> broker.listeners() == 1);
    }

    @Test
    void a_connection_that_is_open_when_too_much_waits_takes_nothing_either() throws Exception {
        start(broker.url(), "a/#", MqttBroker.PASSWORD);
        await().atMost(SOON).until(() -> broker.listeners() == 1);
        backPressure.set("100000 arrivals wait");
        broker.publish("a/1", "stays at the broker");
        await().atMost(SOON).until(() -> broker.listeners() == 0);
        assertThat(taken).isEmpty();
        assertThat(problems.of("shop")).isEmpty();

        backPressure.set(null);
        await().atMost(SOON).until(() -> texts().contains("stays at the broker"));
    }

    @Test
    void a_wrong_password_is_told_with_a_remedy_and_keeps_nothing_from_starting() throws Exception {
        start(broker.url(), "a/#", "another");

        ChannelProblem problem = problem();
        assertThat(problem.problem()).startsWith("The broker rejects the user name or password");
        assertThat(problem.remedy()).contains("username and password");
        assertThat(problem.toString()).doesNotContain("another");
    }

    @Test
    void a_topic_filter_that_no_broker_takes_is_refused_before_the_start_and_an_address_is_told() throws Exception {
        assertThatThrownBy(() -> start(broker.url(), "a/#/b", MqttBroker.PASSWORD))
                .rootCause()
                .hasMessageContaining("topic");
        start("http://127.0.0.1", "a/#", MqttBroker.PASSWORD);
        assertThat(problem().problem()).startsWith("The channel's url");
    }

    @Test
    void a_broker_that_is_away_is_told_and_found_when_it_is_back() throws Exception {
        int port = URI.create(broker.url()).getPort();
        broker.close();
        start(broker.url(), "a/#", MqttBroker.PASSWORD);
        assertThat(problem().problem()).isEqualTo("The broker cannot be reached");
        assertThat(problem().words()).contains("ConnectException");

        try (var back = new MqttBroker(port)) {
            await().atMost(SOON).until(() -> back.listeners() == 1);
            await().atMost(SOON).until(() -> problems.of("shop").isEmpty());
            camel.stop();
        }
    }

    @Test
    void a_certificate_of_an_own_authority_is_trusted_by_its_file_and_by_nothing_else(@TempDir Path folder)
            throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        try (var secure = new MqttBroker(certificate.keyStore(), false)) {
            start(secure.tlsUrl(), "a/#", MqttBroker.PASSWORD);
            assertThat(problem().problem()).isEqualTo("The TLS handshake with the broker fails");
            camel.getRouteController().stopRoute("shop");
            camel.addRoutes(
                    route("trusting", secure.tlsUrl(), "a/#", MqttBroker.PASSWORD + ")&ca=RAW(" + certificate.pem()));
            await().atMost(SOON).until(() -> secure.listeners() == 1);
            secure.publish("a/1", "under TLS");
            await().atMost(SOON).until(() -> texts().contains("under TLS"));
            camel.stop();
        }
    }

    @Test
    void a_broker_that_wants_a_certificate_is_shown_that_of_the_hub(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        String login = MqttBroker.PASSWORD + ")&ca=RAW(" + certificate.pem();
        try (var strict = new MqttBroker(certificate.keyStore(), true)) {
            start(strict.tlsUrl(), "a/#", login);
            assertThat(problem().aspect()).isEqualTo("connection");
            camel.getRouteController().stopRoute("shop");
            String own = ")&certificate=RAW(" + certificate.pem() + ")&privateKey=RAW(" + certificate.privateKey();
            camel.addRoutes(route("known", strict.tlsUrl(), "a/#", login + own));
            await().atMost(SOON).until(() -> strict.listeners() == 1);
            camel.stop();
        }
    }

    private ChannelProblem problem() {
        await().atMost(SOON).until(() -> !problems.of("shop").isEmpty());
        return problems.of("shop").get(0).problem();
    }

    private void start(String url, String filter, String password) throws Exception {
        camel.addRoutes(route("shop", url, filter, password));
        camel.start();
    }

    private RouteBuilder route(String channel, String url, String filter, String password) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("mqtt-broker:" + channel + "?url=RAW(" + url + ")&topicFilter=RAW(" + filter
                                + ")&group=redress&username=" + MqttBroker.USER + "&password=RAW(" + password
                                + ")&sessionExpiry=1h&longestPause=500&services=#bean:mqttServices")
                        .routeId(channel)
                        .errorHandler(noErrorHandler())
                        .process(exchange -> {
                            if (failures > 0) {
                                failures--;
                                throw new IllegalStateException("no disk");
                            }
                            taken.add(exchange.getIn().getBody(DeviceMessage.class));
                        });
            }
        };
    }

    /** As they came first; a message may come more than once. */
    private List<String> texts() {
        return taken.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    private static List<String> numbers(int below) {
        return IntStream.range(0, below).mapToObj(Integer::toString).toList();
    }
}
