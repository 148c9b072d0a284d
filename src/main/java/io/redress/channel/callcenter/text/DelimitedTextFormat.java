package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.text.NumberedLines.Line;
import io.redress.mapping.FileFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * How a text file is laid out: by the mapping, by Excel's first line such as {@code sep=;}, or as the hub writes its own reports of
 * rejected rows, whatever the mapping says of the files that they came from.
 *
 * @param quote {@link #NO_QUOTE} when a quote has no meaning
 * @param report whether it is a report of rejected rows, mended perhaps
 */
record DelimitedTextFormat(char delimiter, char quote, boolean report) {

    static final char NO_QUOTE = '\0';

    private static final int SAMPLE = 50;
    /** The end of a report's header ({@link io.redress.channel.callcenter.RejectedRows}), also as a spreadsheet program saves it again. */
    private static final Pattern REPORT =
            Pattern.compile(".*([,;\\t|])\"?line\"?\\1\"?column\"?\\1\"?reason\"?\\1\"?remedy\"?\\s*");

    /** Reads the lines above the header or the first row, and looks at some of those below, which stay unread. */
    static DelimitedTextFormat read(NumberedLines lines, FileFormat format) throws IOException {
        Line first = lines.next();
        if (first != null) {
            lines.putBack(List.of(first));
            var report = REPORT.matcher(first.text());
            if (report.matches()) {
                return new DelimitedTextFormat(report.group(1).charAt(0), '"', true);
            }
        }
        char quote = format.quote().equals(FileFormat.NONE)
                ? NO_QUOTE
                : format.quote().charAt(0);
        for (int i = 0; i < format.skipLines(); i++) {
            lines.next();
        }
        Line top = lines.next();
        if (top != null && isHint(top.text())) {
            return new DelimitedTextFormat(top.text().charAt(4), quote, false);
        }
        if (top != null) {
            lines.putBack(List.of(top));
        }
        return new DelimitedTextFormat(Delimiter.of(format, quote, sample(lines)), quote, false);
    }

    CSVFormat csv() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quote == NO_QUOTE ? null : quote)
                .setTrailingData(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    String description() {
        return "delimiter " + (delimiter == '\t' ? "tab" : "'" + delimiter + "'");
    }

    private static boolean isHint(String line) {
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4);
    }

    private static List<String> sample(NumberedLines lines) throws IOException {
        var sample = new ArrayList<Line>();
        while (sample.size() < SAMPLE) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            sample.add(line);
        }
        lines.putBack(sample);
        return sample.stream().map(Line::text).filter(text -> !text.isBlank()).toList();
    }
}
