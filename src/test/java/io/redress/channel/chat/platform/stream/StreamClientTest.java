package io.redress.channel.chat.platform.stream;

import static io.redress.channel.chat.platform.stream.StreamScene.answered;
import static io.redress.channel.chat.platform.stream.StreamScene.message;
import static io.redress.channel.chat.platform.stream.StreamScene.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.ChannelProblem;
import io.redress.sandbox.platform.WebSocketServer.Peer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A channel's connection to DingTalk's gateway, through everything that happens to connections. */
@Timeout(40)
@ExtendWith(OutputCaptureExtension.class)
class StreamClientTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private StreamScene scene = new StreamScene(Duration.ofSeconds(30));

    @AfterEach
    void close() {
        scene.close();
    }

    /** From now on the other side is often asked for a sign of life. */
    private void beatOften() {
        scene.close();
        scene = new StreamScene(Duration.ofMillis(500));
    }

    private Peer connected() {
        scene.client.start();
        return scene.sockets.next();
    }

    private static String said(Peer peer) throws InterruptedException {
        return String.valueOf(peer.said().poll(20, TimeUnit.SECONDS));
    }

    @Test
    void it_connects_with_the_ticket_that_it_asks_for_by_the_channel_s_settings() throws Exception {
        assertThat(connected().target()).isEqualTo("/connect?ticket=scene-ticket%2B1%3D");
        assertThat(scene.openings)
                .containsExactly(new ObjectMapper()
                        .readTree(
                                "{\"clientId\":\"k\",\"clientSecret\":\"scene-app-secret\",\"ua\":\"redress\",\"subscriptions\":"
                                        + "[{\"type\":\"CALLBACK\",\"topic\":\"/v1.0/im/bot/messages/get\"}]}"));
        await().atMost(SOON).until(scene.client::isConnected);
        assertThat(scene.told()).isEmpty();
    }

    @Test
    void a_message_is_answered_when_it_is_handed_off_and_not_before() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        scene.handOff = frame -> {
            begun.countDown();
            goOn.await();
        };
        Peer peer = connected();
        peer.send(message("m1"));
        begun.await();
        assertThat(peer.said()).isEmpty();

        goOn.countDown();

        assertThat(answered(said(peer))).isEqualTo("f-m1");
        assertThat(scene.handedOff).containsExactly("m1");
    }

    @Test
    void what_fails_in_a_way_that_nobody_thought_of_is_told_and_counted_and_the_next_frame_is_taken(
            CapturedOutput output) throws Exception {
        Peer peer = connected();
        await().atMost(SOON).until(scene.client::isConnected);
        scene.fault.set(new IllegalStateException("the content of a message"));
        peer.send(message("m1"));
        await().atMost(SOON).until(() -> scene.outcomes.contains("FAILED"));
        peer.send(message("m1"));

        assertThat(answered(said(peer))).isEqualTo("f-m1");
        assertThat(output.getAll())
                .contains("Channel shop: a frame could not be processed", "IllegalStateException")
                .doesNotContain("the content of a message");
    }

    @Test
    void what_could_not_be_handed_off_is_not_answered_and_is_taken_when_it_comes_again() throws Exception {
        scene.handOff = StreamScene.failing(new IllegalStateException("broker away"));
        Peer peer = connected();
        peer.send(message("m1"));
        peer.send(message("m2"));
        assertThat(answered(said(peer))).isEqualTo("f-m2");
        peer.send(message("m1"));
        assertThat(answered(said(peer))).isEqualTo("f-m1");
        assertThat(scene.handedOff).containsExactly("m2", "m1");
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.outcomes)
                .containsSubsequence("FAILED", "HANDED_OFF", "HANDED_OFF"));
    }

    @Test
    void of_fifty_messages_none_is_lost_when_the_connection_is_cut_in_the_middle() throws Exception {
        Peer first = connected();
        IntStream.range(0, 50).forEach(i -> first.send(message("m" + i)));
        Set<String> done = new HashSet<>();
        while (done.size() < 20) {
            done.add(answered(said(first)));
        }
        first.cut();

        Peer second = scene.sockets.next();
        first.said().forEach(answer -> done.add(answered(answer)));
        // what was not answered is sent again
        IntStream.range(0, 50).filter(i -> !done.contains("f-m" + i)).forEach(i -> second.send(message("m" + i)));
        while (done.size() < 50) {
            done.add(answered(said(second)));
        }
        assertThat(new HashSet<>(scene.handedOff)).hasSize(50);
    }

    @Test
    void a_ping_is_answered_with_its_data() throws Exception {
        Peer peer = connected();
        peer.send(system("ping", "{\\\"opaque\\\": \\\"o-1\\\"}"));
        assertThat(new ObjectMapper().readTree(said(peer)))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"code\":200,\"message\":\"OK\",\"headers\":{\"messageId\":\"f-ping\","
                                + "\"contentType\":\"application/json\"},\"data\":\"{\\\"opaque\\\": \\\"o-1\\\"}\"}"));
    }

    @Test
    void before_the_platform_ends_a_connection_another_is_open_and_what_the_old_one_still_brings_is_taken()
            throws Exception {
        Peer old = connected();
        old.send(system("disconnect", ""));
        Peer fresh = scene.sockets.next();
        assertThat(old.isOpen()).isTrue();
        old.send(message("m1"));
        assertThat(answered(said(old))).isEqualTo("f-m1");
        fresh.send(message("m2"));
        assertThat(answered(said(fresh))).isEqualTo("f-m2");
        await().atMost(SOON).until(() -> old.closedWith() == 1000);
        assertThat(scene.client.isConnected()).isTrue();
    }

    @Test
    void a_gateway_that_ends_every_connection_at_once_is_not_hammered_and_told() {
        beatOften();
        scene.client.start();
        for (int i = 0; i < 4; i++) {
            scene.sockets.next().close(1001);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.told()).singleElement().satisfies(told -> {
                    assertThat(told.problem())
                            .isEqualTo("connections to 钉钉 (DingTalk) end soon after they were opened");
                    assertThat(told.words()).contains("1001");
                }));
        scene.sockets.next(); // it stays open
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.told()).isEmpty());
    }

    @Test
    void a_line_that_died_without_a_word_is_noticed() {
        beatOften();
        Peer dead = connected();
        dead.mute();
        scene.sockets.next();
        assertThat(dead.closedWith()).isZero();
    }

    @Test
    void a_wrong_secret_is_told_in_the_platform_s_words_with_the_place_to_look_at_and_without_the_secret() {
        scene.status = 400;
        scene.answer = "{\"code\":\"authFailed\",\"message\":\"scene-app-secret 鉴权失败\"}";
        scene.client.start();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.told()).singleElement().satisfies(told -> {
                    assertThat(told.problem()).isEqualTo("钉钉 (DingTalk) refuses to open a connection");
                    assertThat(told.words()).isEqualTo("HTTP 400, authFailed, … 鉴权失败");
                    assertThat(told.remedy())
                            .contains("shop.app-secret, the Client Secret (原 AppSecret) (开放平台 › 凭证与基础信息)")
                            .contains("消息接收模式, Stream 模式")
                            .doesNotContain("shop.api");
                }));
        scene.status = 200;
        scene.answer = StreamScene.opened("ws://" + scene.sockets.authority() + "/connect");
        scene.sockets.next();
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.told()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://evil.example.com/connect",
                "wss://dingtalk.com.evil.example.com/connect",
                "ws://wss-open-connection.dingtalk.com/connect",
                "wss://user@wss-open-connection.dingtalk.com/connect",
                "wss://wss-open-connection.dingtalk.com:8443/connect",
                "https://wss-open-connection.dingtalk.com/connect",
                "ws://127.0.0.1:1/connect"
            })
    void an_address_on_another_host_is_not_connected_to(String endpoint) {
        scene.answer = StreamScene.opened(endpoint);
        scene.client.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.told())
                .extracting(ChannelProblem::problem)
                .containsExactly("钉钉 (DingTalk) gave an address that the hub refuses:"
                        + " the address is not wss:// on a host that the platform's file allows"));
        assertThat(scene.sockets.all()).isEmpty();
    }

    @Test
    void a_proxy_that_lets_no_websocket_pass_is_told_after_some_tries() {
        scene.sockets.refuse(403);
        scene.client.start();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.told()).singleElement().satisfies(told -> {
                    assertThat(told.words()).isEqualTo("HTTP 403");
                    assertThat(told.remedy()).contains("proxy");
                }));
        assertThat(scene.openings).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_missing_setting_is_told_by_its_name() {
        scene.settings.remove("shop.app-key");
        scene.client.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.told())
                .extracting(ChannelProblem::problem)
                .containsExactly("no connection can be opened: the setting app-key has no value"));
    }

    @Test
    void frames_in_pieces_are_put_together_and_what_cannot_be_taken_stops_no_neighbour() throws Exception {
        Peer peer = connected();
        peer.sendBytes(new byte[] {1, 2, 3});
        peer.send("no JSON");
        peer.send("[1]");
        peer.send(message("big", "x".repeat(100_000)));
        peer.send("{\"type\":\"CALLBACK\",\"headers\":{\"topic\":\"/v1.0/im/bot/messages/get\"},\"data\":\"no JSON\"}");
        peer.send("{\"type\":\"EVENT\",\"headers\":{\"topic\":\"unknown\"}}");
        peer.send(message("no-room", "x".repeat(99_999)));
        await().atMost(SOON).until(() -> scene.outcomes.size() >= 8);
        assertThat(peer.said()).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.told())
                .extracting(ChannelProblem::problem)
                .containsExactly(
                        "the hub cannot take a frame that 钉钉 (DingTalk) sent: a frame of more than 100000 bytes"));

        peer.sendInPieces(message("m1", "水".repeat(20_000)), 1000);

        assertThat(answered(said(peer))).isEqualTo("f-m1");
        assertThat(scene.handedOff).containsExactly("m1");
        await().atMost(SOON).untilAsserted(() -> assertThat(scene.outcomes)
                .filteredOn(outcome -> !outcome.equals("opened"))
                .containsExactly(
                        "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ANSWERED", "REFUSED", "HANDED_OFF"));
        assertThat(scene.told()).isEmpty();
    }

    @Test
    void a_frame_without_an_end_ends_the_connection() {
        Peer peer = connected();
        catchThrowable(() -> peer.sendInPieces("x".repeat(4_000_000), 10_000));
        scene.sockets.next();
        assertThat(scene.handedOff).isEmpty();
    }

    @Test
    void a_channel_that_stops_answers_what_it_is_at_says_goodbye_and_comes_back_when_it_goes_on() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        scene.handOff = frame -> {
            begun.countDown();
            goOn.await();
        };
        Peer peer = connected();
        peer.send(message("m1"));
        begun.await();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(scene::stop);
        await().atMost(SOON).until(() -> !scene.client.isConnected());
        assertThat(peer.closedWith()).isZero();
        goOn.countDown();
        stopped.join();

        await().atMost(SOON).until(() -> peer.closedWith() == 1000);
        assertThat(answered(said(peer))).isEqualTo("f-m1");
        assertThat(scene.sockets.all()).hasSize(1);
        assertThat(connected()).isNotSameAs(peer);
    }

    @Test
    void a_new_secret_is_used_without_a_restart() {
        beatOften();
        connected();
        scene.settings.put("shop.app-secret", "another-secret");
        scene.sockets.next();
        assertThat(scene.openings.get(1).path("clientSecret").asText()).isEqualTo("another-secret");
    }

    @Test
    void neither_ticket_nor_secret_is_logged(CapturedOutput output) throws Exception {
        Peer peer = connected();
        peer.send(message("m1", "private words"));
        said(peer);
        peer.cut();
        scene.sockets.next();
        scene.sockets.refuse(500);
        scene.sockets.all().get(1).cut();
        await().atMost(SOON).until(() -> !scene.told().isEmpty());
        assertThat(output.getAll() + scene.told())
                .contains("shop")
                .doesNotContain("scene-ticket")
                .doesNotContain(StreamScene.SECRET)
                .doesNotContain("private words");
    }
}
