package io.redress.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where the next one starts. */
public record Page<T>(
        @Schema(description = "The newest first, unless the operation says otherwise")
        List<T> items,

        @Schema(
                description = "The cursor of the next page; null on the last one",
                example = "MjAyNi0wNy0wMVQwODowMDowMFp8Ui0yNjA3MDEtN0s5UTJN")
        @JsonInclude
        @Nullable
        String next) {}
