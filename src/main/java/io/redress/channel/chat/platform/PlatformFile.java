package io.redress.channel.chat.platform;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.frame.StreamFile;
import io.redress.channel.chat.platform.message.MessageFile;
import io.redress.channel.chat.platform.message.ReceiptFile;
import io.redress.channel.chat.platform.message.SmsFile;
import io.redress.channel.chat.platform.outbound.OutboundFile;
import io.redress.channel.proof.ProofFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/platforms/} as written; its schema tells what the keys mean. */
record PlatformFile(
        @Nullable String title,
        @Nullable Map<String, ChannelSetting.Written> settings,
        @Nullable String body,
        @Nullable ProofFile proof,
        @Nullable Decrypt decrypt,
        @Nullable List<@Nullable Handshake> handshakes,
        @Nullable Answer answer,
        @Nullable String items,
        @Nullable MessageFile message,
        @Nullable SmsFile sms,
        @Nullable ReceiptFile receipts,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> only,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> silent,

        OutboundFile.@Nullable Token token,
        OutboundFile.@Nullable Send send,
        OutboundFile.@Nullable Media media,
        OutboundFile.@Nullable Pull pull,
        @Nullable StreamFile stream,
        @Nullable List<@Nullable Example> examples,
        @Nullable List<@Nullable SendExample> sendExamples) {

    record Decrypt(
            @Nullable String kind,
            @Nullable String at,
            @Nullable String key,
            @Nullable String receiver) {}

    record Handshake(
            @Nullable String method,
            @Nullable Map<String, String> when,
            @Nullable Boolean unsigned,
            @Nullable ProofFile proof,
            @Nullable String encrypted,
            @Nullable Map<String, String> require,
            @Nullable String echo,
            @Nullable String json,
            @Nullable Answer answer) {}

    record Answer(
            @Nullable Integer status,
            @Nullable String type,
            @Nullable String text) {}

    record Example(
            @Nullable Map<String, String> settings,
            @Nullable Instant at,
            @Nullable String method,
            @Nullable Map<String, String> headers,
            @Nullable String query,
            @Nullable String body,
            @Nullable String gives,
            @Nullable Integer messages,
            @Nullable Map<String, String> fields) {}

    record SendExample(
            @Nullable Map<String, String> settings,
            @Nullable String account,
            @Nullable String customer,
            @Nullable String text,
            @Nullable Boolean template,
            @Nullable Map<String, String> facts,
            @Nullable Instant at,
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable String body,
            @Nullable List<@Nullable Response> responses) {}

    record Response(
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String means,
            @Nullable String messageId) {}
}
