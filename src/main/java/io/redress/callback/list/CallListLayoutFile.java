package io.redress.callback.list;

import io.redress.callback.CallResult;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/call-lists} as written; its schema tells what the keys mean. */
record CallListLayoutFile(
        @Nullable String format,
        @Nullable Charset charset,
        @Nullable Boolean bom,
        @Nullable String delimiter,
        @Nullable String sheet,
        @Nullable Times times,
        @Nullable Phone phone,
        @Nullable List<CallListLayout.Column> columns,
        @Nullable Map<CallResult, List<String>> results) {

    record Times(@Nullable String pattern, @Nullable ZoneId zone) {}

    record Phone(@Nullable String style, @Nullable String region) {}
}
