package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a platform's file says of delivery receipts; its schema tells what the keys mean. */
public record ReceiptFile(
        @Nullable String items,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> when,

        @Nullable String id,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> delivered,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> read,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> failed,

        @Nullable String code) {}
