package io.redress.api;

import io.redress.ledger.ListPosition;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a page of a list. */
public record PageFilter(
        @Parameter(
                description = "How many a page holds",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        String size,

        @Parameter(description = "The 'next' of the page before; none for the first page") @Nullable
        String cursor) {

    /** Where the rows of a list are. */
    @FunctionalInterface
    public interface Rows<T> {

        /**
         * @param after the position before the first row; null: from the beginning
         * @param most how many rows at most
         */
        List<T> read(@Nullable ListPosition after, int most);
    }

    /** The page that is asked for. */
    public <T> Page<T> of(Rows<T> rows, Function<T, ListPosition> position) {
        int most = ParameterValue.size(size);
        // one more, to know whether there is a next page
        List<T> read = rows.read(cursor == null || cursor.isBlank() ? null : Cursor.read(cursor), most + 1);
        if (read.size() <= most) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, most);
        return new Page<>(items, Cursor.of(position.apply(items.get(most - 1))));
    }
}
