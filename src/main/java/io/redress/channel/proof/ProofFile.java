package io.redress.channel.proof;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proof as a description writes it; its schema tells what the keys mean. */
public record ProofFile(
        @Nullable String kind,
        @Nullable String algorithm,
        @Nullable String key,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable String> over,

        @Nullable Boolean bodyNotCovered,
        @Nullable String secretEncoding,
        @Nullable String is,
        @Nullable String encoding,
        @Nullable String prefix,
        @Nullable Time time) {

    /** When a request was signed. */
    public record Time(
            @Nullable String from,
            @Nullable String unit,
            @Nullable String window) {}
}
