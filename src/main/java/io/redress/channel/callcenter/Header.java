package io.redress.channel.callcenter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of a file's columns, each once: a second 备注 is {@code 备注 (2)}, one without a name is its number. */
record Header(List<String> names) {

    static Header of(List<String> written) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (String name : written) {
            String stripped = name.replace("\uFEFF", "").strip();
            String base = stripped.isEmpty() ? String.valueOf(names.size() + 1) : stripped;
            String unique = base;
            for (int n = 2; !taken.add(unique); n++) {
                unique = base + " (" + n + ")";
            }
            names.add(unique);
        }
        return new Header(names);
    }

    /** For a file without one: every column is called by its number. */
    static Header none() {
        return new Header(List.of());
    }

    /** A row's values by column; columns that the row leaves out at its end are empty. */
    Map<String, String> columns(List<String> values) {
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.max(values.size(), names.size()); i++) {
            String name = i < names.size() ? names.get(i) : String.valueOf(i + 1);
            columns.put(name, i < values.size() ? values.get(i) : "");
        }
        return columns;
    }
}
