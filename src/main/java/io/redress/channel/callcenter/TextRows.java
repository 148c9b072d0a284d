package io.redress.channel.callcenter;

import io.redress.channel.callcenter.Lines.Line;
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
 * what follows: lines are put together to a row only as long as that gives a well-formed one.
 */
final class TextRows implements Rows {

    private static final int SAMPLE = 50;
    private static final char NO_QUOTE = '\0';

    private final Lines lines;
    private final FileScan scan;
    private final char delimiter;
    private final char quote;
    private final CSVFormat format;
    private int width;

    TextRows(Path file, FileScan scan, FileFormat fileFormat) throws IOException {
        this.lines = new Lines(file, scan.charset(), scan.bomLength());
        this.scan = scan;
        this.quote = fileFormat.quote().equals(FileFormat.NONE)
                ? NO_QUOTE
                : fileFormat.quote().charAt(0);
        skip(fileFormat.skipLines());
        Character hint = excelHint();
        this.delimiter = hint != null ? hint : Delimiter.of(fileFormat, quote, sample());
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quote == NO_QUOTE ? null : quote)
                .setIgnoreEmptyLines(false)
                .get();
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line first = lines.next();
        if (first == null) {
            return null;
        }
        Row row = first.tooLong()
                ? bad(first, "the row is longer than " + Limits.ROW + " characters", "shorten it, or split it")
                : row(first);
        if (row instanceof Row.Values values && width == 0 && !values.isBlank()) {
            width = values.values().size();
        }
        return row;
    }

    @Override
    public String description() {
        String name = delimiter == '\t' ? "tab" : "'" + delimiter + "'";
        return scan.charset().name() + (scan.bomLength() > 0 ? " with byte order mark" : "") + ", delimiter " + name;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Row row(Line first) throws IOException {
        var quotes = new OpenQuote(delimiter, quote);
        var text = new StringBuilder(first.text());
        var more = new ArrayList<Line>();
        boolean open = quote != NO_QUOTE && quotes.after(first.text());
        while (open) {
            Line line = lines.next();
            if (line != null) {
                more.add(line);
            }
            if (line == null
                    || more.size() >= Limits.ROW_LINES
                    || text.length() + line.text().length() > Limits.ROW) {
                lines.putBack(more);
                return bad(first, "a quote is opened and never closed", "close it, or double it where it is text");
            }
            text.append('\n').append(line.text());
            open = quotes.after(line.text());
        }
        Row row = values(first, text.toString());
        boolean wellFormed = row instanceof Row.Values values
                && (more.isEmpty() || values.values().size() >= width);
        if (wellFormed || more.isEmpty()) {
            return row;
        }
        lines.putBack(more);
        return bad(
                first,
                "a quote that is opened here does not end a value where it is closed",
                "close it in this row, or double it where it is text");
    }

    private Row values(Line first, String text) throws IOException {
        if (text.indexOf(Lines.DAMAGED) >= 0) {
            return bad(
                    first,
                    "it has bytes that are not valid " + scan.charset().name(),
                    "export it again, or set file.charset in the mapping");
        }
        if (text.indexOf('\0') >= 0) {
            return bad(first, "it has NUL characters: the file was damaged on its way", "send the row again");
        }
        if (text.isEmpty()) {
            return new Row.Values(first.number(), List.of());
        }
        try (var parser = CSVParser.parse(text, format)) {
            List<String> values = parser.iterator().next().toList();
            return check(first, values);
        } catch (CSVException e) {
            return quoting(first);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                return quoting(first);
            }
            throw e;
        }
    }

    private Row check(Line first, List<String> values) {
        int most = width == 0 ? Limits.COLUMNS : width;
        boolean tooWide = values.size() > most
                && !values.subList(most, values.size()).stream().allMatch(String::isBlank);
        return tooWide
                ? bad(
                        first,
                        "it has " + values.size() + " columns instead of " + most,
                        "quote the values that have a delimiter in them")
                : new Row.Values(first.number(), values.size() > most ? values.subList(0, most) : values);
    }

    private Row quoting(Line first) {
        return bad(
                first,
                "something stands between a closing quote and the next delimiter",
                "double the quotes that are part of the text");
    }

    private static Row bad(Line line, String problem, String remedy) {
        return new Row.Unreadable(
                line.number(), Limits.shown(line.text().replace(Lines.DAMAGED, '\uFFFD')), problem, remedy);
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            lines.next();
        }
    }

    /** Excel writes and reads a first line such as {@code sep=;}. */
    private @Nullable Character excelHint() throws IOException {
        Line first = lines.next();
        if (first == null) {
            return null;
        }
        String text = first.text();
        if (text.length() == 5 && text.regionMatches(true, 0, "sep=", 0, 4)) {
            return text.charAt(4);
        }
        lines.putBack(List.of(first));
        return null;
    }

    private List<String> sample() throws IOException {
        var sample = new ArrayList<Line>();
        for (Line line = lines.next(); line != null && sample.size() < SAMPLE; line = lines.next()) {
            sample.add(line);
            if (sample.size() == SAMPLE) {
                break;
            }
        }
        lines.putBack(sample);
        return sample.stream().map(Line::text).filter(text -> !text.isBlank()).toList();
    }
}
