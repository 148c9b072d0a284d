package io.redress.channel.callcenter.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells in which charset a file without a mark is written, or that it cannot be told: a wrong one would give wrong words. */
public final class CharsetDetector {

    /** Lines that are UTF-8 for each that is not, if the file is to be taken for UTF-8 without a doubt. */
    private static final long CLEAN_TO_DAMAGED = 9;

    private static final double CONVINCING = 0.2;
    private static final double EXPECTED = 0.15;
    private static final double CLEARLY = 0.1;
    private static final double MOSTLY = 0.7;
    private static final List<String> ESCAPED = List.of("ISO-2022-JP", "ISO-2022-KR");

    private final byte[] start;
    private final long size;
    private final long nuls;
    private final CharsetValidator utf8;
    private final List<byte[]> lines;
    private final String fallback;

    /** Why a charset cannot be told, and what to do about it. */
    public record Doubt(String problem, String remedy) {}

    record Guess(Charset charset, @Nullable Doubt doubt) {}

    /**
     * @param start of the file
     * @param nuls how many bytes, or blocks of them, are NUL
     * @param lines some that have more than ASCII
     * @param fallback the charset that the mapping expects
     */
    CharsetDetector(byte[] start, long size, long nuls, CharsetValidator utf8, List<byte[]> lines, String fallback) {
        this.start = start;
        this.size = size;
        this.nuls = nuls;
        this.utf8 = utf8;
        this.lines = lines;
        this.fallback = fallback;
    }

    Guess guess() {
        if (nuls > 0) {
            Charset wide = Utf16Detector.in(start);
            if (wide != null) {
                return new Guess(wide, null);
            }
            if (nuls * 5 > size) {
                return doubt(
                        "a fifth of its bytes are NUL: it is UTF-16 without a byte order mark, or damaged",
                        "set file.charset to UTF-16LE in the mapping, or send the file again");
            }
        }
        if (utf8.damaged() == 0) {
            return new Guess(escaped().orElse(StandardCharsets.UTF_8), null);
        }
        if (utf8.clean() > CLEAN_TO_DAMAGED * utf8.damaged()) {
            return new Guess(StandardCharsets.UTF_8, null);
        }
        return byReading();
    }

    private Guess byReading() {
        Optional<EncodingCandidate> expected = EncodingCandidate.of(fallback);
        if (isLatin()) {
            return expected.isEmpty()
                    ? new Guess(Charset.forName(fallback), null)
                    : doubt(
                            "its charset cannot be determined: it is one of those for single letters with accents",
                            "set file.charset in the mapping (windows-1252, ISO-8859-2 …) and drop it again, or save it as"
                                    + " UTF-8");
        }
        var scores = new EnumMap<EncodingCandidate, Double>(EncodingCandidate.class);
        for (EncodingCandidate encoding : EncodingCandidate.values()) {
            double bonus = expected.isPresent() && expected.get() == encoding ? EXPECTED : 0;
            scores.put(encoding, encoding.score(lines) + bonus);
        }
        List<EncodingCandidate> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<EncodingCandidate, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        EncodingCandidate best = ranked.get(0);
        double score = scores.getOrDefault(best, 0.0);
        double next = scores.getOrDefault(ranked.get(1), 0.0);
        boolean isExpected = expected.isPresent() && expected.get() == best;
        if (score >= (isExpected ? EXPECTED : CONVINCING) && score - next >= CLEARLY) {
            return new Guess(best.charset(), null);
        }
        if (expected.isEmpty() && score < CONVINCING) {
            return new Guess(Charset.forName(fallback), null);
        }
        String which = score < CONVINCING
                ? ""
                : ": it may be " + best.charset() + " or " + ranked.get(1).charset();
        return doubt(
                "its charset cannot be determined" + which,
                "set file.charset in the mapping (GB18030, Big5, EUC-KR, Shift_JIS, windows-1252 …) and drop it again,"
                        + " or save it as UTF-8");
    }

    /** Letters with accents and curved quotes stand alone among others; characters of two bytes hardly ever do. */
    private boolean isLatin() {
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

    /** A charset of seven bits that changes its letters by escape sequences. */
    private Optional<Charset> escaped() {
        return ESCAPED.stream()
                .map(Charset::forName)
                .filter(charset -> !lines.isEmpty() && lines.stream().allMatch(line -> isWrittenIn(line, charset)))
                .findFirst();
    }

    private static boolean isWrittenIn(byte[] line, Charset charset) {
        String text = new String(line, charset);
        return text.chars().anyMatch(c -> c >= 0x3000) && text.indexOf('\u001B') < 0 && text.indexOf('\uFFFD') < 0;
    }

    private static Guess doubt(String problem, String remedy) {
        return new Guess(StandardCharsets.UTF_8, new Doubt(problem, remedy));
    }
}
