package io.redress.charset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates a text reads best in.
 *
 * @param score of the best, as {@link EncodingCandidate#score}, and more for the one that is expected
 * @param lead of the best before the second
 * @param expected whether the best is the one that is expected
 */
record Reading(EncodingCandidate best, EncodingCandidate second, double score, double lead, boolean expected) {

    private static final double CONVINCING = 0.2;
    private static final double EXPECTED = 0.15;
    private static final double CLEARLY = 0.1;
    private static final double MOSTLY = 0.7;

    private record Scored(EncodingCandidate encoding, double score) {}

    /** @param lines those that have more than ASCII */
    static Reading of(List<byte[]> lines, @Nullable EncodingCandidate expected) {
        List<Scored> ranked = Arrays.stream(EncodingCandidate.values())
                .map(one -> new Scored(one, one.score(lines) + (one == expected ? EXPECTED : 0)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        Scored best = ranked.get(0);
        Scored second = ranked.get(1);
        double lead = best.score() - second.score();
        return new Reading(best.encoding(), second.encoding(), best.score(), lead, best.encoding() == expected);
    }

    boolean isConvincing() {
        return score >= CONVINCING;
    }

    boolean isClear() {
        return score >= (expected ? EXPECTED : CONVINCING) && lead >= CLEARLY;
    }

    /** The same for text that need not convince by itself. */
    boolean isLikely() {
        return score >= 0 && lead >= CLEARLY;
    }

    /** Letters with accents and curved quotes stand alone among others; characters of two bytes hardly ever do. */
    static boolean isLatin(List<byte[]> lines) {
        int high = 0;
        int alone = 0;
        for (byte[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                if (line[i] < 0) {
                    high++;
                    boolean before = i > 0 && line[i - 1] < 0;
                    boolean after = i + 1 < line.length && line[i + 1] < 0;
                    alone += before || after ? 0 : 1;
                }
            }
        }
        return alone > high * MOSTLY;
    }
}
