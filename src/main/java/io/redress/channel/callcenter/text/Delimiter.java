package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.mapping.FileFormat;
import java.util.List;

/** Finds out what stands between a file's columns. */
final class Delimiter {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Delimiter() {}

    /** The configured one; else the candidate of which most lines have as many as the first line, and that has some. */
    static char of(FileFormat format, char quote, List<String> lines) {
        if (!format.delimiter().equals(FileFormat.AUTO)) {
            return format.delimiter().charAt(0);
        }
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(candidate, quote, lines);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(char delimiter, char quote, List<String> lines) {
        long first = lines.isEmpty() ? 0 : count(delimiter, quote, lines.get(0));
        long alike = lines.stream()
                .filter(line -> count(delimiter, quote, line) == first)
                .count();
        return first == 0 ? 0 : alike * RowLimits.COLUMNS + first;
    }

    private static long count(char delimiter, char quote, String line) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == quote;
            count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }
}
