package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.canary.CanaryMarks;
import io.redress.channel.ChannelProblems;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** Canaries through the whole hub: a mailbox on a mail server, the form, a signed webhook, a folder of files. */
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.channel-watch.every=200",
            "redress.alerts.look-every=200ms",
            "redress.mail.address=complaints@redress.test",
            "mailbox.enabled=true",
            "mailbox.protocol=imap",
            "mailbox.host=127.0.0.1",
            "mailbox.username=complaints@redress.test",
            "mailbox.password=redress",
            "mailbox.address=complaints@redress.test",
            "mailbox.period=200",
            "mail-server.protocol=smtp",
            "mail-server.host=127.0.0.1",
            "partner-webhook.enabled=true",
            "partner-webhook.secret=" + SignedWebhook.SECRET,
            "partner-webhook.quiet-time=PT0S"
        })
class CanaryPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> CHANNELS =
            List.of("complaints-mailbox", "complaint-form", "partner-webhook", "call-center");
    private static final int SMTP = freePort();
    private static final int IMAP = freePort();
    private static final MailServer MAIL = new MailServer(SMTP, IMAP);

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private SchedulerFactoryBean clocks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ChannelProblems problems;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) throws IOException {
        TestServer.serves(properties);
        Path config = data.resolve("config");
        FileSystemUtils.copyRecursively(Path.of("config"), config);
        Files.writeString(config.resolve("alerts.yaml"), "after: 1s\n");
        Files.writeString(config.resolve("canaries.yaml"), """
                channels:
                  complaints-mailbox: {every: 1h, late: 30s}
                  complaint-form: {every: 1h, late: 30s, fields: {text: Canary, phone: "13800138000"}}
                  call-center: {every: 1h, late: 30s, fields: {电话: "13800138000", 投诉内容: "测试, \\"金丝雀\\""}}
                  partner-webhook: {every: 4s, late: 3s}
                """);
        properties.add("redress.config-dir", config::toString);
        properties.add("redress.data-dir", () -> data.resolve("data").toString());
        properties.add("redress.key-file", () -> data.resolve("hub.key").toString());
        properties.add("mailbox.port", () -> IMAP);
        properties.add("mail-server.port", () -> SMTP);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(1)
    void each_channel_takes_its_canary_in_and_nobody_else_hears_of_it() {
        for (String channel : CHANNELS) {
            await(channel).atMost(SOON).untilAsserted(() -> assertThat(states(channel))
                    .contains("canary"));
        }
        assertThat(count("select count(*) from item where state <> 'canary'")).isZero();
        assertThat(count("select count(*) from ticket")).isZero();
        assertThat(count("select count(*) from due_work where kind like '%acknowledge%'"))
                .isZero();
        assertThat(count("select count(*) from source_key")).isZero();
    }

    @Test
    @Order(2)
    void a_complaint_into_which_a_mark_was_copied_is_a_complaint_and_a_mere_copy_a_canary() throws Exception {
        String mark = mark("complaint-form");
        assertThat(post(
                                "/complaints",
                                "application/x-www-form-urlencoded",
                                "text=The+kettle+leaks&phone=13800138000&redress-canary=" + mark)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(
                                "/complaints",
                                "application/x-www-form-urlencoded",
                                "phone=13800138000&redress-canary=" + mark + "&text=Canary")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(states("complaint-form"))
                .containsExactlyInAnyOrder("canary", "canary", "ticketed"));
    }

    @Test
    @Order(3)
    void a_canary_that_is_missing_or_late_makes_its_channel_unhealthy_and_is_told_once() throws Exception {
        await().atMost(SOON)
                .until(() -> problems.of("partner-webhook").isEmpty() && incidents("ended_at is null") == 0);
        long before = incidents("true");
        camel.getRouteController().stopRoute("intake");
        await().atMost(SOON).untilAsserted(() -> assertThat(problems.of("partner-webhook"))
                .singleElement()
                .satisfies(known -> assertThat(known.problem().problem()).isEqualTo("its canary has not arrived")));
        await().atMost(SOON).until(() -> incidents("ended_at is null") == 1);

        camel.getRouteController().startRoute("intake");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(problems.of("partner-webhook")).isEmpty());
        await().atMost(SOON).until(() -> incidents("ended_at is null") == 0);

        assertThat(incidents("true")).isEqualTo(before + 1);
        assertThat(states("partner-webhook")).containsOnly("canary");
        assertThat(count("select count(*) from canary where channel = 'partner-webhook' and arrived_at > due_at"))
                .isPositive();
    }

    @Test
    void jobs_by_the_clock_run_only_once_their_routes_are_there() throws Exception {
        assertThat(clocks.isAutoStartup()).isFalse();
        assertThat(clocks.getScheduler().isStarted()).isTrue();
    }

    @Test
    @Order(4)
    void a_channel_that_is_stopped_gets_no_canary_and_misses_none() throws Exception {
        camel.getRouteController().stopRoute("partner-webhook");
        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from canary where channel = 'partner-webhook' and counts and arrived_at is null")
                        == 0);
        long sent = count("select count(*) from canary where channel = 'partner-webhook'");
        Instant until = Instant.now().plusSeconds(5);
        await().atMost(SOON).until(() -> Instant.now().isAfter(until));
        assertThat(count("select count(*) from canary where channel = 'partner-webhook'"))
                .isEqualTo(sent);
        assertThat(problems.of("partner-webhook")).isEmpty();
        camel.getRouteController().startRoute("partner-webhook");
    }

    private String mark(String channel) {
        UUID id = jdbc.sql("select id from canary where channel = ?")
                .param(channel)
                .query(UUID.class)
                .single();
        var key = new KeyedDigest(HubKey.in(data.resolve("hub.key")).derive("canary"));
        return new CanaryMarks(key).of(id, channel);
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<String> states(String channel) {
        return jdbc.sql("select state from item where channel = ?")
                .param(channel)
                .query(String.class)
                .list();
    }

    private long incidents(String condition) {
        return count(
                "select count(*) from incident where kind = 'channel' and name = 'partner-webhook' and " + condition);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
