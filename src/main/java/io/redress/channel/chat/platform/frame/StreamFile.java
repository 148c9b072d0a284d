package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.platform.outbound.OutboundFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part {@code stream} of a platform's file, as written; the schema tells what the keys mean. */
public record StreamFile(
        @Nullable Open open,
        @Nullable String address,
        @Nullable List<String> hosts,
        @Nullable String where,
        @Nullable List<@Nullable Frame> frames,
        @Nullable List<@Nullable OpenExample> openExamples,
        @Nullable List<@Nullable Example> examples) {

    record Open(
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable Map<String, String> form,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> error) {

        OutboundFile.Call call() {
            return new OutboundFile.Call(request, headers, json, form);
        }
    }

    record Frame(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> when,

            @Nullable String message,
            @Nullable JsonNode answer,
            @Nullable Boolean renew) {}

    record OpenExample(
            @Nullable Map<String, String> settings,
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String address) {}

    record Example(
            @Nullable Instant at,
            @Nullable String frame,
            @Nullable String gives,
            @Nullable JsonNode answer,
            @Nullable Map<String, String> fields) {}
}
