package io.redress.channel.callcenter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.callcenter.row.TableRow;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The original of one row, as JSON: its columns as they stand in the file, or what stands there and why it could not be
 * taken apart.
 *
 * @param columns null for a row that could not be taken apart; the other three are then set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowOriginal(
        @Nullable Map<String, String> columns,
        @Nullable String raw,
        @Nullable String problem,
        @Nullable String remedy) {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.AS_EMPTY));

    static RowOriginal of(Map<String, String> columns) {
        return new RowOriginal(columns, null, null, null);
    }

    static RowOriginal of(TableRow.Unreadable row) {
        return new RowOriginal(null, row.raw(), row.problem(), row.remedy());
    }

    /** @throws IOException when it is not JSON of this form */
    static RowOriginal read(byte[] json) throws IOException {
        RowOriginal row = JSON.readValue(json, RowOriginal.class);
        if (row == null) {
            throw new IOException("null is not a row");
        }
        return row;
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
