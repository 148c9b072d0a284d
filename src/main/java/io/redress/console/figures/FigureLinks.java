package io.redress.console.figures;

import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the tickets behind a number are. */
record FigureLinks(TimePeriod period) {

    String of(Figure figure) {
        return of(figure, null, "", null, "");
    }

    String of(Figure figure, FigureGrouping by, String key) {
        return of(figure, by, key, null, "");
    }

    String of(Figure figure, @Nullable FigureGrouping by, String key, @Nullable FigureGrouping across, String column) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("figure", figure.key());
        values.put("from", period.from().toString());
        values.put("to", period.to().toString());
        if (by != null) {
            values.put("by", by.key());
            values.put("key", key);
        }
        if (across != null) {
            values.put("across", across.key());
            values.put("column", column);
        }
        var address = UriComponentsBuilder.fromPath(FigureTicketsPage.PATH);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
