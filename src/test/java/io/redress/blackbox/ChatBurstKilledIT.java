package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.platform.EmulatedKf;
import io.redress.sandbox.platform.EmulatedLine;
import io.redress.sandbox.platform.EmulatedPlatform;
import io.redress.sandbox.platform.EmulatedPlatform.Said;
import io.redress.sandbox.platform.EmulatedPlatform.Sent;
import io.redress.sandbox.platform.EmulatedPlatforms;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty messages of twenty customers come at once, from a platform that sends them and from one that is asked for them. */
@Tag("chaos") // takes minutes: a hub is started three times
class ChatBurstKilledIT {

    private static final int MESSAGES = 50;
    private static final int CUSTOMERS = 20;
    private static final Duration SOON = Duration.ofMinutes(4);
    /** Shorter than the hub is away: the silence of the dead hub is none of the customers'. */
    private static final String QUIET_TIME = "PT10S";

    @TempDir
    Path folder;

    @Test
    void each_customer_has_one_ticket_and_one_answer_though_the_hub_is_killed_among_the_messages() throws Exception {
        try (var line = new EmulatedLine(0);
                var kf = new EmulatedKf(0);
                var hub = new HubProcess(folder)
                        .set("redress.due.period", "200ms")
                        .set("redress.conversations.tick", "200ms")) {
            connect(hub, line);
            connect(hub, kf);
            hub.start();
            Said[] sent = burst(i -> "U%032x".formatted(i));
            kf.keep(burst(i -> "wm" + i));
            CompletableFuture<Integer> answered = new CompletableFuture<>();
            kf.whenSecondPageIsAsked(() -> {
                answered.completeAsync(() -> statusOf(line, hub, sent));
                hub.kill();
            });
            kf.say(address(hub, kf), Said.text("last", "wm0", "最后一句"));
            await("killed").atMost(SOON).until(() -> !hub.isAlive());
            int status = answered.get();

            hub.start();
            if (status != 200) {
                assertThat(line.say(address(hub, line), sent)).isEqualTo(200); // as LINE repeats it
            }
            await("first tickets").atMost(SOON).until(() -> tickets(hub, "line") + tickets(hub, "kf") > 0);
            hub.kill();
            hub.start();
            assertThat(line.say(address(hub, line), sent)).isEqualTo(200); // a repeat of what was taken

            for (EmulatedPlatform platform : new EmulatedPlatform[] {line, kf}) {
                await(platform.name() + " answered")
                        .atMost(SOON)
                        .until(() -> platform.sent().size() >= CUSTOMERS);
                assertThat(tickets(hub, platform.name())).as(platform.name()).isEqualTo(CUSTOMERS);
                assertThat(platform.sent())
                        .as(platform.name())
                        .hasSize(CUSTOMERS)
                        .extracting(Sent::customer)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static Said[] burst(IntFunction<String> customer) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> Said.text("m" + i, customer.apply(i % CUSTOMERS), "第 " + i + " 句，空调不制冷"))
                .toArray(Said[]::new);
    }

    private static void connect(HubProcess hub, EmulatedPlatform platform) {
        hub.set(platform.name() + ".enabled", true).set(platform.name() + ".quiet-time", QUIET_TIME);
        platform.settings().forEach((name, value) -> hub.set(platform.name() + "." + name, value));
    }

    private static URI address(HubProcess hub, EmulatedPlatform platform) {
        return EmulatedPlatforms.address(hub.uri("/"), platform);
    }

    /** 0 where the hub was killed before it answered. */
    private static int statusOf(EmulatedLine line, HubProcess hub, Said... said) {
        try {
            return line.say(address(hub, line), said);
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static int tickets(HubProcess hub, String channel) throws Exception {
        JsonNode page = new ObjectMapper().readTree(hub.api("/tickets?size=100&channel=" + channel));
        return page.path("items").size();
    }
}
