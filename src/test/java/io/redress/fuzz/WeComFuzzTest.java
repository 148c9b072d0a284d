package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.wecom.WeComChannel;
import io.redress.channel.chat.wecom.WeComCrypto;
import io.redress.channel.chat.wecom.WeComEncryption;
import io.redress.channel.chat.wecom.WeComNormalizer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** XML of WeCom callbacks: as the envelope that anybody may send, and as the sealed message in a right one. */
class WeComFuzzTest {

    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private final WeComChannel channel = new WeComChannel("token", AES_KEY, "corp", Duration.ofMinutes(10));
    private final WeComCrypto crypto = new WeComCrypto("token", AES_KEY, "corp");
    private final WeComNormalizer normalizer = new WeComNormalizer();

    @FuzzTest
    void any_xml_is_a_callback_or_refused(byte[] xml) {
        var stranger = Map.of("msg_signature", "0".repeat(40), "timestamp", "1", "nonce", "2");
        assertThat(channel.receive(stranger, new ByteArrayInputStream(xml)).arrived())
                .isFalse();
        crypto.open(new String(xml, StandardCharsets.ISO_8859_1));

        String sealed = new WeComEncryption(AES_KEY, "corp").encrypt(new byte[16], xml);
        var headers = Map.of("msg_signature", crypto.sign("1", "2", sealed), "timestamp", "1", "nonce", "2");
        byte[] envelope = ("<xml><Encrypt>" + sealed + "</Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
        if (channel.receive(headers, new ByteArrayInputStream(envelope)) instanceof ReceivedEvent receivedEvent) {
            ParserInvariants.check(normalizer.read(
                    ParserInvariants.raw("wecom", receivedEvent.original(), null, receivedEvent.attributes()),
                    receivedEvent.original()));
        }
    }
}
