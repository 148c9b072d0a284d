package io.redress.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.configfile.InvalidConfiguration;
import io.redress.encryption.TestKeys;
import io.redress.handoff.Originals;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemQueries;
import io.redress.search.SearchReach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub with broker, database and files in its data folder, which is searched for words. */
class EncryptionPipelineTest {

    /** In originals only: a ticket has the complaint's text, which the database keeps as it is. */
    private static final String MARK = "Xylophonmark";

    @TempDir
    Path folder;

    @Test
    void nothing_of_an_original_is_found_in_the_data_folder_and_the_hub_reads_all_of_it() throws Exception {
        RawMessage small;
        RawMessage big;
        RawMessage chat;
        String[] key = {"--redress.encryption.key-file=" + TestKeys.file(folder.resolve("keys"), "k1")};
        try (var hub = hub(key)) {
            small = handedOff(hub, "email", mail("Trompetentext"));
            big = handedOff(hub, "email", mail("big " + "long ".repeat(20_000)));
            chat = handedOff(hub, "email", mail("third"));
            for (RawMessage raw : List.of(small, big, chat)) {
                await().atMost(IntakeHub.SOON).until(() -> state(hub, raw).equals("ticketed"));
                assertThat(original(hub, raw)).contains(MARK);
            }
            await().atMost(IntakeHub.SOON).until(() -> found(hub, "trompetent") == 1);
            assertThat(found(hub, MARK)).as("what stands in originals only").isZero();
            hub.getBean(CamelContext.class).getRouteController().stopRoute("intake-mail");
            handedOff(hub, "email", mail("still on its queue"));
            hub.getBean(JdbcClient.class).sql("checkpoint").update();
        }
        assertThat(filesThatSay(MARK)).isEmpty();
        assertThat(filesThatSay("Trompetentext")).as("the ticket's text").isNotEmpty();

        // a start without the key says what is missing, and touches nothing
        assertThatThrownBy(() -> hub().close())
                .rootCause()
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("key 'k1' is missing")
                .hasMessageContaining("originals");
        Path other = Files.writeString(
                folder.resolve("other"),
                Files.readString(TestKeys.file(folder.resolve("k2"), "k2")).replace("k2", "k1"));
        Files.setPosixFilePermissions(other, Files.getPosixFilePermissions(folder.resolve("keys")));
        assertThatThrownBy(() -> hub("--redress.encryption.key-file=" + other).close())
                .rootCause()
                .hasMessageContaining("key 'k1' is another one");

        String[] both = {"--redress.encryption.key-file=" + TestKeys.file(folder.resolve("both"), "k2", "k1")};
        try (var hub = hub(both)) {
            var waited = hub.getBean(JdbcClient.class);
            await().atMost(IntakeHub.SOON)
                    .until(() -> waited.sql("select count(*) from item where state = 'ticketed'")
                                    .query(Integer.class)
                                    .single()
                            == 4);
            assertThat(original(hub, small)).contains(MARK);
            var rotation = new Rotation(hub);
            assertThat(rotation.run()).isEqualTo(2 + 1);
            assertThat(rotation.run()).isZero();
        }
        try (var hub = hub("--redress.encryption.key-file=" + TestKeys.file(folder.resolve("new"), "k2"))) {
            assertThat(original(hub, small)).contains(MARK);
            assertThat(original(hub, big)).contains(MARK);
        }
        assertThat(filesThatSay(MARK)).isEmpty();
    }

    /** What the command {@code encryption rotate} sets going. */
    private record Rotation(ConfigurableApplicationContext hub) {

        long run() throws Exception {
            var rows = hub.getBean(io.redress.ledger.encryption.RowReencryption.class);
            long rewritten = rows.originals()
                    + rows.chatMessages()
                    + hub.getBean(io.redress.handoff.BlobReencryption.class).run();
            ((io.redress.broker.journal.EncryptedJournal)
                            hub.getBean(BrokerService.class).getPersistenceAdapter())
                    .rewrite();
            hub.getBean(io.redress.ledger.encryption.EncryptionKeyRows.class)
                    .retireAllBut(hub.getBean(io.redress.encryption.DataEncryption.class));
            return rewritten;
        }
    }

    private ConfigurableApplicationContext hub(String... more) {
        return new SpringApplicationBuilder(Redress.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "redress.data-dir=" + folder.resolve("data"),
                        "camel.main.routes-include-pattern=file:routes/*.camel.yaml")
                .run(more);
    }

    private static int found(ConfigurableApplicationContext hub, String typed) {
        var search = hub.getBean(io.redress.search.SearchService.class);
        return search.find(search.read(typed), SearchReach.ALL, null, 10).size();
    }

    private static RawMessage handedOff(ConfigurableApplicationContext hub, String format, String text) {
        RawMessage raw = hub.getBean(io.redress.handoff.HandOff.class)
                .receive("complaints-mailbox", format, text.getBytes(UTF_8), Map.of());
        hub.getBean(ProducerTemplate.class).sendBody("direct:hand-off", raw);
        return raw;
    }

    private static String mail(String text) {
        return "From: li@example.com\r\nSubject: Wardrobe\r\nX-Note: " + MARK + "\r\n\r\n" + text + "\r\n";
    }

    private static String state(ConfigurableApplicationContext hub, RawMessage raw) {
        return hub.getBean(JdbcClient.class)
                .sql("select state from item where id = ?::uuid")
                .param(raw.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String original(ConfigurableApplicationContext hub, RawMessage raw) {
        RawMessage stored =
                hub.getBean(ItemQueries.class).raw(UUID.fromString(raw.id())).orElseThrow();
        return new String(hub.getBean(Originals.class).bytes(stored.original()), UTF_8);
    }

    /** Also in Base64, as which the queues carry originals, at each of the three places that a word can stand in it. */
    private List<String> filesThatSay(String word) throws IOException {
        List<String> forms = Stream.concat(
                        Stream.of(word), Stream.of("", "a", "aa").map(before -> {
                            String base64 = java.util.Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString((before + word).getBytes(UTF_8));
                            return base64.substring(before.isEmpty() ? 0 : 3, base64.length() - 2);
                        }))
                .toList();
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("postgres-bin"))
                    .filter(file -> forms.stream().anyMatch(content(file)::contains))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
