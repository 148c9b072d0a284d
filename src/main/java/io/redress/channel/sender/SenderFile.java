package io.redress.channel.sender;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import io.redress.channel.proof.ProofFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/senders/} as written; its schema tells what the keys mean. */
record SenderFile(
        @Nullable String title,
        @Nullable String body,
        @Nullable ProofFile proof,
        @Nullable String customers,
        @Nullable String mapping,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> id,

        @Nullable List<@Nullable String> headers,
        @Nullable List<@Nullable Handshake> handshakes,
        @Nullable Answer answer,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> only,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> silent,

        @Nullable List<@Nullable Example> examples) {

    record Handshake(
            @Nullable String method,
            @Nullable Boolean unsigned,
            @Nullable Map<String, String> when,
            @Nullable String tokenAt,
            @Nullable String echo,
            @Nullable Answer answer) {}

    record Answer(
            @Nullable Integer status,
            @Nullable String type,
            @Nullable String text) {}

    record Example(
            @Nullable String secret,
            @Nullable String verifyToken,
            @Nullable Instant at,
            @Nullable String method,
            @Nullable Map<String, String> headers,
            @Nullable String query,
            @Nullable String body,
            @Nullable String gives,
            @Nullable Integer complaints,
            @Nullable Map<String, String> fields) {}
}
