package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.systems.SalesforceEmulation;
import io.redress.systems.ZendeskEmulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The files of docs/systems.md for Salesforce and Zendesk, put in place as they stand there, in the whole hub. */
class DocumentedTargetsTest extends DeliveryHub {

    private static final SalesforceEmulation SALESFORCE = new SalesforceEmulation();
    private static final ZendeskEmulation ZENDESK = new ZendeskEmulation();

    @DynamicPropertySource
    static void documented(DynamicPropertyRegistry properties) {
        Path config = placed();
        properties.add("redress.config-dir", config::toString);
        properties.add(
                "camel.main.routes-include-pattern",
                () -> "file:routes/*.camel.yaml,file:" + config.resolveSibling("routes/delivery") + "/*.camel.yaml");
        properties.add("salesforce.url", SALESFORCE::url);
        properties.add("salesforce.client", () -> SalesforceEmulation.CLIENT);
        properties.add("salesforce.secret", () -> SalesforceEmulation.SECRET);
        properties.add("zendesk.url", ZENDESK::url);
        properties.add("zendesk.user", () -> "redress@example.com");
        properties.add("zendesk.token", () -> ZendeskEmulation.TOKEN);
    }

    @AfterAll
    static void close() {
        SALESFORCE.close();
        ZENDESK.close();
    }

    @Test
    void each_has_one_record_although_the_first_answer_was_lost_and_hears_of_what_comes_later() {
        SALESFORCE.loseNextAnswer();
        ZENDESK.loseNextAnswer();
        ZENDESK.forgetKeys();
        String number = sent("the fridge door does not close, call 13800138000");
        delivered(number, 2);
        assertThat(SALESFORCE.cases()).singleElement().satisfies(one -> assertThat(
                        one.path("Redress_Number__c").asText())
                .isEqualTo(number));
        assertThat(ZENDESK.tickets())
                .singleElement()
                .satisfies(one -> assertThat(one.path("external_id").asText()).isEqualTo(number));

        SALESFORCE.endSessions();
        sent("it makes a noise, too, see " + number + ", call 13800138000");
        delivered(number, 4);
        assertThat(SALESFORCE.comments()).singleElement().asString().contains("it makes a noise, too");
        assertThat(ZENDESK.comments()).last().asString().contains("it makes a noise, too");
    }

    private void delivered(String number, int many) {
        await().atMost(SOON.multipliedBy(2)).until(() -> {
            clock.pass(Duration.ofMinutes(15));
            List<String> states = states(number);
            return states.size() == many && states.stream().allMatch(state -> state.endsWith(" delivered"));
        });
    }

    /** The shipped rules with the mappings of the page, and its routes beside them. */
    private static Path placed() {
        try {
            Path folder = Files.createTempDirectory("documented");
            FileSystemUtils.copyRecursively(Path.of("config"), folder.resolve("config"));
            var block = Pattern.compile(
                            "```yaml\\n# ((routes|config)/[a-z/-]+\\.(?:camel\\.)?yaml)\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("docs/systems.md")));
            while (block.find()) {
                Path file = folder.resolve(block.group(1));
                if (!file.endsWith("application.yaml")) {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, block.group(3));
                }
            }
            return folder.resolve("config");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
