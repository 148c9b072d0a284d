package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.sandbox.SignedWebhook;
import io.redress.sandbox.WeComPlatform;
import io.redress.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Chat messages through the whole hub: its own channel files, broker, database and triage. */
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/partner-webhook.camel.yaml,"
                    + "file:routes/channels/wecom*.camel.yaml",
            "partner-webhook.enabled=true",
            "partner-webhook.quiet-time=PT0S",
            "partner-webhook.secret=" + SignedWebhook.SECRET,
            "wecom.enabled=true",
            "wecom.token=" + WeComPlatform.TOKEN,
            "wecom.encoding-aes-key=" + WeComPlatform.AES_KEY,
            "wecom.corp-id=" + WeComPlatform.CORP_ID,
            "wecom.secret=" + WeComPlatform.SECRET,
            "wecom.agent-id=" + WeComPlatform.AGENT_ID,
            "wecom.quiet-time=PT2S"
        })
class ChatPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final WeComPlatform WECOM = WeComPlatform.start();

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
        properties.add("redress.key-file", () -> data.resolve("hub.key"));
        properties.add("wecom.api", WECOM::url);
    }

    @AfterAll
    static void stop() {
        WECOM.close();
    }

    @Test
    void several_messages_of_one_member_become_one_ticket_and_a_late_one_another() {
        WECOM.callback(at("wecom"));
        assertThat(WECOM.say("m-1", "zhangsan", "你好，我上周买的空调")).isEqualTo(200);
        assertThat(WECOM.say("m-2", "zhangsan", "昨天开始不制冷了")).isEqualTo(200);
        assertThat(WECOM.say("m-2", "zhangsan", "昨天开始不制冷了")).isEqualTo(200);
        assertThat(WECOM.say("m-3", "lisi", "快递丢了，一直没收到")).isEqualTo(200);

        await().atMost(SOON).until(() -> tickets("wecom").size() == 2);
        assertThat(texts("wecom")).containsExactlyInAnyOrder("你好，我上周买的空调\n昨天开始不制冷了", "快递丢了，一直没收到");
        assertThat(states("wecom"))
                .containsExactlyInAnyOrder(
                        "chat aggregated",
                        "chat aggregated",
                        "chat duplicate",
                        "chat aggregated",
                        "conversation ticketed",
                        "conversation ticketed");

        assertThat(WECOM.say("m-4", "zhangsan", "师傅还没来")).isEqualTo(200);
        await().atMost(SOON).until(() -> tickets("wecom").size() == 3);
    }

    @Test
    void the_same_webhook_again_opens_no_second_ticket() throws Exception {
        byte[] body = "{\"data\":{\"text\":\"发票一直没收到\"}}".getBytes(StandardCharsets.UTF_8);
        for (int n = 0; n < 3; n++) {
            var request = SignedWebhook.post(
                    at("partner-webhook"), "msg_1", Instant.now().getEpochSecond(), body);
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(202);
        }

        await().atMost(SOON).until(() -> states("partner-webhook").size() == 3);
        assertThat(states("partner-webhook"))
                .containsExactlyInAnyOrder("webhook ticketed", "webhook duplicate", "webhook duplicate");
        assertThat(tickets("partner-webhook")).hasSize(1);
    }

    private List<String> tickets(String channel) {
        return column("select number from ticket where channel = ?", channel);
    }

    private List<String> texts(String channel) {
        return column("select document -> 'complaint' ->> 'text' from ticket where channel = ?", channel);
    }

    private List<String> states(String channel) {
        return column("select format || ' ' || state from item where channel = ?", channel);
    }

    private List<String> column(String sql, String channel) {
        return jdbc.sql(sql).param(channel).query(String.class).list();
    }

    private URI at(String channel) {
        return URI.create("http://localhost:" + port + "/webhooks/" + channel);
    }
}
