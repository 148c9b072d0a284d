package io.redress.channel.feed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import io.redress.channel.ChannelSetting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/feeds/} as written; its schema tells what the keys mean. */
record FeedFile(
        @Nullable String title,
        @Nullable Map<String, ChannelSetting.Written> settings,
        @Nullable String request,
        @Nullable Map<String, String> headers,
        @Nullable Since since,
        @Nullable String items,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> key,

        @Nullable Time time,
        @Nullable List<@Nullable String> edition,
        @Nullable Next next,
        @Nullable Integer pages,
        @Nullable Boolean newestFirst,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> done,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> later,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> expired,

        @Nullable String customers,
        @Nullable String mapping,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> only,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> silent,

        @Nullable Complaint complaint,
        @Nullable List<@Nullable Example> examples) {

    record Since(@Nullable String unit, @Nullable String overlap) {}

    record Time(@Nullable String from, @Nullable String unit) {}

    /** Of which one but {@code more} is given. */
    record Next(
            @Nullable String cursor,
            @Nullable String url,
            @Nullable Boolean link,
            @Nullable Integer page,
            @Nullable String last,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> more) {}

    record Complaint(
            @Nullable Map<String, BigDecimal> atMost,
            @Nullable Words words) {}

    record Words(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<@Nullable String> in,

            @Nullable List<@Nullable String> any) {}

    record Example(
            @Nullable Map<String, String> settings,
            @Nullable Instant since,
            @Nullable String cursor,
            @Nullable String request,
            @Nullable String link,
            @Nullable String body,
            @Nullable Integer items,
            @Nullable Integer complaints,
            @Nullable String next,
            @Nullable Map<String, String> fields) {}
}
