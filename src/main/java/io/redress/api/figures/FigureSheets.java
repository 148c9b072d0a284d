package io.redress.api.figures;

import io.redress.figures.Figure;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureTable;
import io.redress.figures.FigureValue;
import io.redress.figures.detail.Arrivals;
import io.redress.figures.detail.CrossTable;
import io.redress.figures.rise.VolumeSpikeAlert;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables of figures with their keys and plain numbers: shares 0 to 1, times in seconds. */
public final class FigureSheets {

    /** The group of those that are shown together, and the sum of all. */
    private static final String OTHER = "(other)";

    private static final String TOTAL = "(total)";

    private FigureSheets() {}

    /** A line for each figure of each group. */
    public static FigureSheet of(FigureTable table) {
        List<List<String>> lines = new ArrayList<>(lines("total", table.total()));
        table.rows()
                .forEach(row ->
                        lines.addAll(lines(table.by() == null ? "" : table.by().key(), row)));
        return new FigureSheet(
                "figures", List.of("by", "group", "figure", "value", "unit", "of", "target", "met"), lines);
    }

    /** A line for each figure, beside that of another period. */
    public static FigureSheet compared(FigureRow now, FigureRow before) {
        return new FigureSheet(
                "figures-compared",
                List.of("figure", "value", "unit", "of", "before", "of before", "target", "met"),
                now.figures().entrySet().stream()
                        .map(entry -> {
                            FigureValue value = entry.getValue();
                            FigureValue then = before.get(entry.getKey());
                            return List.of(
                                    entry.getKey().key(),
                                    number(value.value()),
                                    value.unit().key(),
                                    Long.toString(value.of()),
                                    number(then.value()),
                                    Long.toString(then.of()),
                                    number(value.target()),
                                    Objects.toString(value.met(), ""));
                        })
                        .toList());
    }

    /** A line for each row, and a column for each column. */
    public static FigureSheet of(CrossTable table) {
        Stream<String> columns =
                Stream.concat(table.columns().stream(), table.otherColumns() > 0 ? Stream.of(OTHER) : Stream.empty());
        List<String> header = Stream.concat(Stream.concat(Stream.of(table.by().key()), columns), Stream.of(TOTAL))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        table.rows().forEach(row -> lines.add(line(Objects.requireNonNullElse(row.key(), OTHER), row)));
        lines.add(line(TOTAL, table.total()));
        return new FigureSheet(
                table.figure().key() + "-by-" + table.by().key() + "-and-"
                        + table.across().key(),
                header,
                lines);
    }

    private static List<String> line(String name, CrossTable.Row row) {
        return Stream.concat(
                        Stream.of(name),
                        Stream.concat(row.cells().stream(), Stream.of(row.all()))
                                .map(value -> number(value.value())))
                .toList();
    }

    /** A line for each day of the week, and a column for each hour. */
    public static FigureSheet of(Arrivals arrivals) {
        List<String> header = Stream.concat(
                        Stream.of("day"), IntStream.range(0, Arrivals.HOURS).mapToObj(FigureSheets::hour))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            lines.add(Stream.concat(
                            Stream.of(day.name().toLowerCase(Locale.ROOT)),
                            IntStream.range(0, Arrivals.HOURS).mapToObj(hour -> Long.toString(arrivals.at(day, hour))))
                    .toList());
        }
        return new FigureSheet("arrivals", header, lines);
    }

    /** A line for each rise. */
    public static FigureSheet of(List<VolumeSpikeAlert> rises) {
        return new FigureSheet(
                "rises",
                List.of("kind", "name", "began", "count", "expected"),
                rises.stream()
                        .map(rise -> List.of(
                                rise.key().kind().key(),
                                rise.key().name(),
                                rise.began().toString(),
                                Long.toString(rise.count()),
                                number(rise.expected())))
                        .toList());
    }

    private static List<List<String>> lines(String by, FigureRow row) {
        return row.figures().entrySet().stream()
                .map(entry -> line(by, row.key(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> line(String by, String group, Figure figure, FigureValue value) {
        return List.of(
                by,
                group,
                figure.key(),
                number(value.value()),
                value.unit().key(),
                Long.toString(value.of()),
                number(value.target()),
                Objects.toString(value.met(), ""));
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
