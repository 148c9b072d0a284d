package io.redress.callback.list;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/call-lists} as written; {@link CallListLayout} tells what the keys mean. */
record CallListLayoutFile(
        @Nullable String format,
        @Nullable String charset,
        @Nullable Boolean bom,
        @Nullable String delimiter,
        @Nullable String sheet,
        @Nullable Times times,
        @Nullable Phone phone,
        @Nullable List<WrittenColumn> columns,
        @Nullable Map<String, List<String>> results) {

    record Times(@Nullable String pattern, @Nullable String zone) {}

    record Phone(@Nullable String style, @Nullable String region) {}

    record WrittenColumn(@Nullable String name, @Nullable String field) {}
}
