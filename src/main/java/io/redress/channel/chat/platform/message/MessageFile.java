package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the parts of a message are, as a platform's file says. */
public record MessageFile(
        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> id,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> customer,

        @Nullable String account,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> conversation,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> name,

        @Nullable String phone,
        @Nullable Time sentAt,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable Text> text,

        @Nullable List<@Nullable String> strip,
        @Nullable List<@Nullable Media> media) {

    record Time(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<@Nullable String> from,

            @Nullable String unit) {}

    /** Written as a text alone, or with a condition. */
    record Text(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> when,

            @Nullable String say) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Text(
                @JsonProperty("when") @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
                        Map<String, List<String>> when,
                @JsonProperty("say") @Nullable String say) {
            this.when = when;
            this.say = say;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Text of(String say) {
            return new Text(null, say);
        }
    }

    record Media(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> when,

            @Nullable String as,
            @Nullable String each,
            @Nullable String ref,
            @Nullable String name,
            @Nullable Map<String, String> with) {}
}
