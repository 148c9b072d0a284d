package io.redress.console.figures;

import io.redress.console.PageAddress;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.figures.detail.FigureSelection;
import org.jspecify.annotations.Nullable;

/** Where the tickets behind a number are. */
record FigureLinks(TimePeriod period) {

    String of(Figure figure) {
        return of(figure, null, "", null, "");
    }

    String of(Figure figure, FigureGrouping by, String key) {
        return of(figure, by, key, null, "");
    }

    String of(Figure figure, @Nullable FigureGrouping by, String key, @Nullable FigureGrouping across, String column) {
        return address(new FigureSelection(period, figure, by, key, across, column), null);
    }

    /** @param cursor of a later page; null: the first one */
    static String address(FigureSelection selection, @Nullable String cursor) {
        var address = new PageAddress(FigureTicketsPage.PATH)
                .exactly("figure", selection.figure().key())
                .exactly("from", selection.period().from().toString())
                .exactly("to", selection.period().to().toString());
        FigureGrouping by = selection.by();
        if (by != null) {
            address.exactly("by", by.key()).exactly("key", selection.key());
        }
        FigureGrouping across = selection.across();
        if (across != null) {
            address.exactly("across", across.key()).exactly("column", selection.column());
        }
        return address.with("cursor", cursor).toString();
    }
}
