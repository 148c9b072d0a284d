package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.row.RowLimits;
import java.util.Arrays;
import java.util.List;

/**
 * How many values the rows of a text file have. A delimiter too many or too few shifts the values behind it into the wrong
 * columns, so a row that differs from its file is not read; only what is at the end of all rows is harmless.
 */
final class RowWidths {

    /** One row in ten may differ from the others, and theirs is still the width of all. */
    private static final int ALL_BUT_A_TENTH = 10;

    private static final int MOST = RowLimits.COLUMNS + 1;

    private final long[] rows = new long[MOST + 1];
    private final int[] blankAtEnd = new int[MOST + 1];
    private long all;

    RowWidths() {
        Arrays.fill(blankAtEnd, Integer.MAX_VALUE);
    }

    void count(List<String> values) {
        int width = Math.min(values.size(), MOST);
        int blank = 0;
        while (blank < values.size() && values.get(values.size() - 1 - blank).isBlank()) {
            blank++;
        }
        rows[width]++;
        all++;
        blankAtEnd[width] = Math.min(blankAtEnd[width], blank);
    }

    /** A row that was counted is the header, or stands above it. */
    void uncount(int width) {
        rows[Math.min(width, MOST)]--;
        all--;
    }

    /**
     * How many values a whole row has.
     *
     * @param columns that the header names; 0 without a header
     * @return 0 when the rows differ so much that none can be trusted
     */
    int whole(int columns) {
        int usual = usual(columns);
        if (columns == 0 || usual == columns) {
            return usual;
        }
        boolean surplusIsBlank = usual > columns && blankAtEnd[usual] >= usual - columns;
        long told = all - rows[1];
        boolean harmless = usual < columns || surplusIsBlank;
        if (harmless && rows[usual] > 1 && rows[usual] * ALL_BUT_A_TENTH >= told * (ALL_BUT_A_TENTH - 1)) {
            return usual;
        }
        return surplusIsBlank && rows[usual] > 1 && rows[usual] * 2 > told ? 0 : columns;
    }

    /** The most frequent width. A row of one value says nothing of a table that has more: it is a note, or a piece of a text. */
    private int usual(int columns) {
        int usual = columns;
        for (int width = columns > 1 ? 2 : 0; width <= MOST; width++) {
            usual = rows[width] > rows[usual] ? width : usual;
        }
        return usual;
    }
}
