package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.channel.callcenter.text.NumberedLines.Line;
import io.redress.mapping.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV or TSV file (RFC 4180 with any delimiter). A mistake in quoting costs the line where it stands, not
 * what follows: lines are put together to a row only as long as that gives a well-formed one. The file is read twice: first to
 * learn how many values its rows have, then to judge each row by that.
 */
public final class DelimitedTextRows implements TableRows {

    private final NumberedLines lines;
    private final FileScan scan;
    private final DelimitedTextFormat layout;
    private final CSVFormat format;
    private final CharacterCheck check;
    private final RowWidths widths;
    private final List<Integer> above = new ArrayList<>();
    private int firstWidth;
    private @Nullable RowShape shape;

    public DelimitedTextRows(Path file, FileScan scan, FileFormat fileFormat) throws IOException {
        this(file, scan, fileFormat, new RowWidths());
        try (var once = new DelimitedTextRows(file, scan, fileFormat, new RowWidths())) {
            for (TableRow row = once.next(); row != null; row = once.next()) {
                if (row instanceof TableRow.Values values && !values.isBlank()) {
                    widths.count(values.values());
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private DelimitedTextRows(Path file, FileScan scan, FileFormat fileFormat, RowWidths widths) throws IOException {
        this.lines = new NumberedLines(file, scan.charset(), scan.bomLength());
        this.scan = scan;
        this.layout = DelimitedTextFormat.read(lines, fileFormat);
        this.format = layout.csv();
        this.check = new CharacterCheck(scan);
        this.widths = widths;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        Line first = lines.next();
        if (first == null) {
            return null;
        }
        TableRow row = first.tooLong()
                ? bad(first, "the row is longer than " + RowLimits.ROW + " characters", "shorten it, or split it")
                : row(first);
        if (shape == null && row instanceof TableRow.Values values && !values.isBlank()) {
            firstWidth = firstWidth == 0 ? values.values().size() : firstWidth;
            if (above.size() <= RowLimits.TITLE_ROWS) {
                above.add(values.values().size());
            }
        }
        return row;
    }

    @Override
    public int named(int columns) {
        if (columns > 0) {
            above.forEach(widths::uncount);
        }
        shape = new RowShape(columns, widths.whole(columns));
        return columns > 0 ? columns : shape.whole();
    }

    @Override
    public boolean isReport() {
        return layout.report();
    }

    @Override
    public String description() {
        return scan.charset().name() + (scan.bomLength() > 0 ? " with byte order mark" : "") + ", "
                + layout.description();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private TableRow row(Line first) throws IOException {
        var quotes = new QuoteTracker(layout.delimiter(), layout.quote());
        var text = new StringBuilder(first.text());
        var more = new ArrayList<Line>();
        boolean open = layout.quote() != DelimitedTextFormat.NO_QUOTE && quotes.after(first.text());
        while (open) {
            Line line = lines.next();
            if (line != null) {
                more.add(line);
            }
            if (line == null
                    || more.size() >= RowLimits.ROW_LINES
                    || text.length() + line.text().length() > RowLimits.ROW) {
                lines.putBack(more);
                return bad(first, "a quote is opened and never closed", "close it, or double it where it is text");
            }
            text.append('\n').append(line.text());
            open = quotes.after(line.text());
        }
        boolean doubtful = quotes.hasStrayed() || (quotes.hasTrailed() && !more.isEmpty());
        TableRow row = doubtful ? quoting(first) : values(first, text.toString());
        boolean wellFormed = row instanceof TableRow.Values values
                && (more.isEmpty() || values.values().size() >= firstWidth);
        if (wellFormed || more.isEmpty()) {
            return row;
        }
        lines.putBack(more);
        return bad(
                first,
                "a quote that is opened here does not end a value where it is closed",
                "close it in this row, or double it where it is text");
    }

    private TableRow values(Line first, String text) throws IOException {
        CharacterCheck.Problem problem = check.problem(text);
        if (problem != null) {
            return bad(first, problem.problem(), problem.remedy());
        }
        try {
            List<String> values = cells(text);
            RowShape known = shape;
            return known == null ? new TableRow.Values(first.number(), values) : known.judge(first, values);
        } catch (CSVException e) {
            return quoting(first);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                return quoting(first);
            }
            throw e;
        }
    }

    private List<String> cells(String text) throws IOException {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.indexOf('"') < 0 && text.indexOf(layout.quote()) < 0 && text.indexOf('\n') < 0) {
            return split(text);
        }
        try (var parser = CSVParser.parse(text, format)) {
            return parser.iterator().next().toList();
        }
    }

    /** What the parser gives for a row without quotes, in a fraction of its time. */
    private List<String> split(String text) {
        var values = new ArrayList<String>();
        int from = 0;
        for (int to = text.indexOf(layout.delimiter()); to >= 0; to = text.indexOf(layout.delimiter(), from)) {
            values.add(text.substring(from, to));
            from = to + 1;
        }
        values.add(text.substring(from));
        return values;
    }

    private static TableRow quoting(Line first) {
        return bad(
                first,
                "something stands between a closing quote and the next delimiter",
                "double the quotes that are part of the text");
    }

    static TableRow bad(Line line, String problem, String remedy) {
        return new TableRow.Unreadable(
                line.number(), RowLimits.shown(line.text().replace(NumberedLines.DAMAGED, '\uFFFD')), problem, remedy);
    }
}
