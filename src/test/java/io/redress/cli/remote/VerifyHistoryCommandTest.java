package io.redress.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.redress.cli.CommandRun;
import io.redress.history.HistoryHead;
import io.redress.history.HistoryHeadKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyHistoryCommandTest {

    private static final String SOUND =
            "{\"sound\":true,\"tickets\":2,\"events\":12,\"blanked\":3,\"blankings\":[{\"cause\":\"retention\",\"events\":2},"
                    + "{\"cause\":\"forgetting 6f1c\",\"events\":1}],\"heads\":3,\"auditEntries\":70,\"faults\":[]}";

    @TempDir
    Path folder;

    @TempDir
    Path kept;

    private final HistoryHeadKey key = HistoryHeadKey.of(new byte[32]);
    private final Map<String, String> answers = new HashMap<>(Map.of("/api/history/verification", SOUND));
    private HttpServer hub;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().toString());
            byte[] body = (answer == null ? "{\"detail\":\"nothing there\"}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        hub.start();
        String previous = HistoryHead.NONE;
        for (int day = 1; day <= 3; day++) {
            previous = HistoryHead.nameOf(keep(day, previous));
        }
        Files.writeString(kept.resolve("history-key.pem"), key.pem());
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private String keep(int day, String previous) throws IOException {
        LocalDate date = LocalDate.of(2026, 7, day);
        Instant made = Instant.parse("2026-07-09T00:05:00Z");
        String text = new HistoryHead(date, made, previous, day, "ab".repeat(32), key.fingerprint()).text();
        Files.writeString(kept.resolve(date + ".head"), text);
        Files.write(kept.resolve(date + ".sig"), key.sign(text));
        String answer = JsonNodeFactory.instance.objectNode().put("text", text).toString();
        answers.put("/api/history/heads/" + date, answer);
        return text;
    }

    @Test
    void sound_histories_and_kept_heads_are_told_with_their_counts() throws IOException {
        CommandRun run = verify("--heads", kept.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "2 tickets, 12 events, 3 of them blanked, 3 heads, 70 entries of the audit log",
                        "2 blanked by retention",
                        "1 blanked by forgetting 6f1c",
                        "3 kept heads",
                        "No faults found.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void each_fault_is_named() throws IOException {
        answers.put("/api/history/verification", """
                {"sound":false,"tickets":2,"events":12,"blanked":0,"blankings":[],"heads":3,"faults":[
                  {"ticket":"R-260701-7K9Q2M","event":77,"position":3,"problem":"its words are not those that were sealed"},
                  {"ticket":"R-260701-7K9Q2N","position":5,"head":"2026-07-01","problem":"is missing"},
                  {"head":"2026-07-02","problem":"its text is not what was signed"}]}""");
        CommandRun run = verify();
        assertThat(run.out().lines())
                .startsWith(
                        "R-260701-7K9Q2M, position 3, event 77: its words are not those that were sealed",
                        "R-260701-7K9Q2N, position 5: is missing (head 2026-07-01)",
                        "head 2026-07-02: its text is not what was signed")
                .endsWith("Faults found.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_hub_that_made_its_heads_anew_is_found_out_by_the_kept_ones() throws IOException {
        answers.put("/api/history/heads/2026-07-02", "{\"text\":\"another\"}");
        answers.remove("/api/history/heads/2026-07-03");
        CommandRun run = verify("--heads", kept.toString());
        assertThat(run.out())
                .contains("kept head 2026-07-02 is not the hub's: it has another one")
                .contains("kept head 2026-07-03 is not the hub's: it has none of that day");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_kept_head_by_another_key_is_told() throws IOException {
        byte[] seed = new byte[32];
        seed[0] = 1;
        Path other = Files.writeString(
                folder.resolve("other.pem"), HistoryHeadKey.of(seed).pem());
        CommandRun run = verify("--heads", kept.toString(), "--public-key", other.toString());
        assertThat(run.out()).contains("kept head 2026-07-01 is not signed by this key");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void kept_heads_with_a_gap_or_without_a_signature_are_told() throws IOException {
        Files.delete(kept.resolve("2026-07-02.head"));
        assertThat(verify("--heads", kept.toString()).out()).contains("kept head 2026-07-03 does not follow");
        Files.delete(kept.resolve("2026-07-01.sig"));
        assertThat(verify("--heads", kept.toString()).out()).contains("kept head 2026-07-01 is not signed");
    }

    @Test
    void a_wrong_call_is_told_so() throws IOException {
        assertThat(verify("--public-key", "x").exitCode()).isEqualTo(2);
        assertThat(verify("--heads", folder.toString()).exitCode()).isEqualTo(2);
        assertThat(verify("--heads", folder.resolve("none").toString()).exitCode())
                .isEqualTo(2);
        Files.writeString(kept.resolve("history-key.pem"), "no key");
        assertThat(verify("--heads", kept.toString()).err()).contains("holds no public key");
    }

    @Test
    void a_refusal_is_told_in_the_hubs_words() throws IOException {
        answers.remove("/api/history/verification");
        CommandRun run = verify();
        assertThat(run.err()).contains("nothing there");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private CommandRun verify(String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "a-key");
        String[] all = new String[options.length + 5];
        all[0] = "verify-history";
        all[1] = "--url";
        all[2] = "http://127.0.0.1:" + hub.getAddress().getPort();
        all[3] = "--key-file";
        all[4] = file.toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return CommandRun.of(all);
    }
}
