package io.redress.channel.callcenter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a file's columns, each once: a second 备注 is {@code 备注 (2)}, one without a name is its number.
 *
 * @param names without the columns that a report of rejected rows adds
 * @param report whether the file is such a report
 */
record TableHeader(List<String> names, boolean report) {

    static TableHeader of(List<String> written) {
        boolean report = RejectedRows.isHeader(written);
        List<String> own = report ? RejectedRows.own(written) : written;
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (String name : own) {
            String stripped = name.replace("\uFEFF", "").strip();
            String plain = report ? RejectedRows.plain(stripped) : stripped;
            String base = plain.isEmpty() ? String.valueOf(names.size() + 1) : plain;
            String unique = base;
            for (int n = 2; !taken.add(unique); n++) {
                unique = base + " (" + n + ")";
            }
            names.add(unique);
        }
        return new TableHeader(names, report);
    }

    /** For a file without one: every column is called by its number. */
    static TableHeader none() {
        return numbered(0);
    }

    /** For a file without one that has so many columns. */
    static TableHeader numbered(int columns) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
            names.add(String.valueOf(i));
        }
        return new TableHeader(names, false);
    }

    /** How many columns the file has, a report's own four among them; 0 when that is not known. */
    int width() {
        return report ? names.size() + RejectedRows.ADDED.size() : names.size();
    }

    /** A row's values by column; columns that the row leaves out at its end are empty. */
    Map<String, String> columns(List<String> written) {
        List<String> values = report
                ? RejectedRows.own(written).stream().map(RejectedRows::plain).toList()
                : written;
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.max(values.size(), names.size()); i++) {
            String name = i < names.size() ? names.get(i) : String.valueOf(i + 1);
            columns.put(name, i < values.size() ? values.get(i) : "");
        }
        return columns;
    }
}
