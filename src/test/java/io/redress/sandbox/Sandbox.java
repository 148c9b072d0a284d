package io.redress.sandbox;

import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.api.operation.StartPageExamples;
import io.redress.sandbox.platform.EmulatedMarketplace;
import io.redress.sandbox.platform.EmulatedPlatforms;
import io.redress.testing.MqttBroker;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole hub, and beside it a mailbox that is opened by access tokens, chat platforms, gateways of text messages, a marketplace and an MQTT broker, all on
 * loopback, to try it out: {@code mvn spring-boot:test-run}. Its settings are {@code src/test/resources/sandbox/application.yaml}.
 */
public final class Sandbox {

    private Sandbox() {}

    public static void main(String[] args) {
        var mail = new MailServer(3025, 3143);
        EmulatedPlatforms platforms = EmulatedPlatforms.start(3090);
        var marketplace = new EmulatedMarketplace(3110);
        var devices = new MqttBroker(3183, "redress");
        TokenServer tokens = TokenServer.start();
        var program = new SpringApplication(Redress.class);
        program.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(StartPageExamples.class, SandboxExamples::commands));
        ConfigurableApplicationContext hub = program.run(Stream.of(
                        Stream.of("--spring.config.additional-location=classpath:/sandbox/"),
                        Stream.of(
                                        platforms.settings("PT3S"),
                                        marketplace.settings(),
                                        tokens.settings(),
                                        ShopWebhook.settings())
                                .flatMap(settings -> settings.entrySet().stream())
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of(args))
                .flatMap(arguments -> arguments)
                .toArray(String[]::new));
        SandboxUsers.add(hub);
        URI page =
                URI.create("http://localhost:" + hub.getEnvironment().getProperty("local.server.port", "8080") + "/");
        platforms.checkAddresses(page);
        var sampleComplaints = new SampleComplaints(page, mail, platforms, marketplace, devices);
        var outcomes = new SampleOutcomes(hub.getBean(JdbcClient.class));
        sampleComplaints.send();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> outcomes.ended() >= sampleComplaints.expectedItems());
        } catch (ConditionTimeoutException e) {
            System.out.println("Not every sample has ended yet; the page shows the rest.");
        }
        outcomes.print(System.out);
        System.out.println("Redress runs: " + page + " (API key: sandbox), and " + page
                + "console/login (admin, sandbox). Ctrl-C ends it.");
    }
}
