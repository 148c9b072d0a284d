package io.redress.channel.chat;

import io.redress.sandbox.platform.EmulatedDingTalkStream;
import io.redress.sandbox.platform.EmulatedKf;
import io.redress.sandbox.platform.EmulatedPlatform;
import io.redress.sandbox.platform.EmulatedPlatforms;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@link ChatHub} with a channel of every platform, and emulators of the vendors; its tests share one of each, which live as long as the JVM. */
@SpringBootTest(
        classes = ChatHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:src/test/resources/channel/chat/platforms/*.camel.yaml",
            "camel.component.kamelet.location=file:routes/kamelets",
            "spring.servlet.multipart.enabled=false",
            "management.endpoint.health.validate-group-membership=false"
        })
abstract class PlatformsOverHttp {

    static final EmulatedPlatforms PLATFORMS = EmulatedPlatforms.start(0);

    @LocalServerPort
    private int port;

    @Autowired
    RecordingHandOff handOff;

    @Autowired
    RecordingPulls pulls;

    @Autowired
    RecordingNotices notices;

    @Autowired
    ProducerTemplate camel;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (EmulatedPlatform platform : PLATFORMS.both()) {
            platform.settings().forEach((name, value) -> properties.add(platform.name() + "." + name, () -> value));
        }
    }

    @BeforeEach
    void forget() {
        handOff.forget();
        pulls.forget();
        notices.forget();
        ((EmulatedKf) PLATFORMS.named("kf")).forget();
        ((EmulatedDingTalkStream) PLATFORMS.named("dingtalk-stream")).wait(Duration.ofSeconds(20));
    }

    URI hub(String name) {
        return URI.create("http://127.0.0.1:" + port + "/webhooks/" + name);
    }
}
