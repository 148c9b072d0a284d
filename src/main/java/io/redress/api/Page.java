package io.redress.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.ledger.ListPosition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where the next one starts. */
public record Page<T>(
        @Schema(description = "The newest first") List<T> items,

        @Schema(
                description = "The cursor of the next page; null on the last one",
                example = "MjAyNi0wNy0wMVQwODowMDowMFp8Ui0yNjA3MDEtN0s5UTJN")
        @JsonInclude
        @Nullable
        String next) {

    /** The page of up to {@code size} rows, of which one more was read to know whether there is a next page. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, ListPosition> position) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, Cursor.of(position.apply(items.get(size - 1))));
    }
}
