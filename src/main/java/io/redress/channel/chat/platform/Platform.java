package io.redress.channel.chat.platform;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.decryption.BodyDecryption;
import io.redress.channel.chat.platform.decryption.FeishuDecryption;
import io.redress.channel.chat.platform.decryption.WeChatDecryption;
import io.redress.channel.chat.platform.frame.StreamRules;
import io.redress.channel.chat.platform.message.ItemPath;
import io.redress.channel.chat.platform.message.ItemSplitter;
import io.redress.channel.chat.platform.message.MessageFields;
import io.redress.channel.chat.platform.message.ReceiptRules;
import io.redress.channel.chat.platform.message.SmsRules;
import io.redress.channel.chat.platform.outbound.OutboundRules;
import io.redress.channel.proof.VerificationRule;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.FixedAnswer;
import io.redress.channel.sender.RequestFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform, as its file of {@code config/platforms/} describes it. Its schema tells what the parts mean.
 *
 * @param settings of a channel, by name
 * @param receiving the names of the settings that receiving needs
 * @param proof null where nothing is received by requests
 * @param decryption of encrypted requests; null where they are not encrypted
 * @param splitter finds the messages of a request
 * @param sms what makes it a gateway of text messages; null for a chat
 * @param receipts what becomes of messages; null where it does not say
 * @param only messages that are taken in; others become ignored items
 * @param silent messages that say nothing, and are not kept
 * @param outbound what the hub asks of the platform
 * @param stream how it sends messages through a connection that the hub opens; null where it does not
 */
public record Platform(
        String name,
        String title,
        Map<String, ChannelSetting> settings,
        Set<String> receiving,
        BodyFormat body,
        @Nullable VerificationRule proof,
        @Nullable Decryption decryption,
        List<PlatformHandshake> handshakes,
        FixedAnswer answer,
        ItemSplitter splitter,
        MessageFields message,
        @Nullable SmsRules sms,
        @Nullable ReceiptRules receipts,
        RequestFilter only,
        RequestFilter silent,
        OutboundRules outbound,
        @Nullable StreamRules stream,
        List<PlatformExample> examples,
        List<SendExample> sendExamples) {

    /**
     * How a request is encrypted.
     *
     * @param at the member of the body that holds the encrypted text
     * @param key the setting that opens it
     * @param receiver the setting that names for whom it must be; empty where it names nobody
     */
    record Decryption(Kind kind, ItemPath at, String key, String receiver) {

        enum Kind {
            WECHAT_AES,
            FEISHU_AES
        }

        /** @throws IllegalArgumentException when a key cannot be used; the message does not repeat it */
        BodyDecryption with(Map<String, String> values) {
            String secret = values.getOrDefault(key, "");
            return kind == Kind.WECHAT_AES
                    ? new WeChatDecryption(secret, values.getOrDefault(receiver, ""))
                    : new FeishuDecryption(secret);
        }
    }
}
