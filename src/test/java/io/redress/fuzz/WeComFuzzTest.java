package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.platform.PlatformChannel;
import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.chat.platform.Platforms;
import io.redress.sandbox.platform.WeChatSeal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** XML of WeCom callbacks: as the envelope that anybody may send, and as the sealed message in a right one. */
class WeComFuzzTest {

    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private static final Map<String, String> SETTINGS =
            Map.of("wecom.token", "token", "wecom.encoding-aes-key", AES_KEY, "wecom.corp-id", "corp");

    private final Platforms platforms = Platforms.read(Path.of("config/platforms"));
    private final PlatformChannel channel =
            new PlatformChannel(platforms, SETTINGS::get, "wecom", "wecom", Duration.ofMinutes(10), 1 << 20);
    private final PlatformNormalizer normalizer = new PlatformNormalizer(platforms);

    @FuzzTest
    void any_xml_is_a_callback_or_refused(byte[] xml) {
        var stranger = Map.of("CamelHttpQuery", "msg_signature=" + "0".repeat(40) + "&timestamp=1&nonce=2");
        assertThat(channel.receive(stranger, new ByteArrayInputStream(xml)).arrived())
                .isFalse();

        String sealed = new WeChatSeal(AES_KEY, "corp").encrypt(new byte[16], xml);
        var headers = Map.of(
                "CamelHttpQuery",
                "msg_signature=" + WeChatSeal.sign("token", "1", "2", sealed) + "&timestamp=1&nonce=2");
        byte[] envelope = ("<xml><Encrypt>" + sealed + "</Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
        if (channel.receive(headers, new ByteArrayInputStream(envelope)) instanceof ReceivedEvents received) {
            ReceivedEvent event = received.events().get(0);
            ParserInvariants.check(normalizer.read(
                    ParserInvariants.raw("chat", event.original(), event.sourceKey(), event.attributes()),
                    event.original()));
        }
    }
}
