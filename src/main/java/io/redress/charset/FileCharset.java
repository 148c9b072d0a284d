package io.redress.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from one pass over a file's bytes in which charset it is written, or that it cannot be told: a wrong one would give wrong
 * words. In this order: byte order mark; the charset that is named; UTF-16 without a mark; UTF-8 with a few damaged lines at most;
 * the candidate in which the text reads like text; the one that is expected.
 */
public final class FileCharset {

    public static final int LONGEST_FEED = 64 * 1024;

    /** Lines that are UTF-8 for each that is not, if the file is to be taken for UTF-8 without a doubt. */
    private static final long CLEAN_TO_DAMAGED = 9;

    private static final List<Charset> ESCAPED =
            List.of(Charset.forName("ISO-2022-JP"), Charset.forName("ISO-2022-KR"));

    private final @Nullable String named;
    private final String expected;
    private final CharsetValidator utf8 = new CharsetValidator(StandardCharsets.UTF_8);
    private final NonAsciiLines sample = new NonAsciiLines();
    private byte[] start = new byte[0];
    private long size;
    private long nuls;

    /** Why a charset cannot be told, and what to do about it. */
    public record Doubt(String problem, String remedy) {}

    /**
     * @param charset that of the text, or UTF-8 where there is a doubt
     * @param bomLength of the byte order mark, 0 without one
     * @param doubt why the charset cannot be told; null when it can
     */
    public record Verdict(
            Charset charset, int bomLength, @Nullable Doubt doubt) {}

    /**
     * @param named the charset that the file is said to have; null when it is to be told
     * @param expected the charset of most files of its kind
     */
    public FileCharset(@Nullable String named, String expected) {
        this.named = named;
        this.expected = expected;
    }

    /** @param length at most {@link #LONGEST_FEED} */
    public void feed(byte[] buffer, int length) {
        start = size == 0 ? Arrays.copyOf(buffer, length) : start;
        size += length;
        utf8.feed(buffer, length);
        sample.feed(buffer, length);
        for (int i = 0; i < length; i++) { // a block of them, as a crash leaves it, counts once
            nuls += buffer[i] == 0 && (i == 0 || buffer[i - 1] != 0) ? 1 : 0;
        }
    }

    /** When all has been fed. */
    public Verdict verdict() {
        utf8.end();
        sample.end();
        ByteOrderMark bom = ByteOrderMark.of(start);
        if (bom != null && (named == null || Charset.forName(named).equals(bom.charset()) || provesUtf8(bom))) {
            return new Verdict(bom.charset(), bom.length(), null);
        }
        return named == null ? guess() : sure(believed(named));
    }

    /** Whether a mark says UTF-8 and no line contradicts it: as in a report of ours, whatever charset is named. */
    private boolean provesUtf8(ByteOrderMark bom) {
        return bom.charset().equals(StandardCharsets.UTF_8) && utf8.damaged() == 0;
    }

    /** The charset that is named, or the one that has the same characters and more, when only that has those of the file. */
    private Charset believed(String name) {
        Charset charset = Charset.forName(name);
        return EncodingCandidate.of(name)
                .map(EncodingCandidate::charset)
                .filter(wider -> EncodingCandidate.damaged(sample.lines(), charset) > 0)
                .filter(wider -> EncodingCandidate.damaged(sample.lines(), wider) == 0)
                .orElse(charset);
    }

    private Verdict guess() {
        if (nuls > 0) {
            Charset wide = Utf16Detector.in(start);
            if (wide != null) {
                return sure(wide);
            }
            if (nuls * 5 > size) {
                return doubt(
                        "a fifth of its bytes are NUL: it is UTF-16 without a byte order mark, or damaged",
                        "set file.charset to UTF-16LE in the mapping, or send the file again");
            }
        }
        if (utf8.damaged() == 0) {
            return sure(escaped().orElse(StandardCharsets.UTF_8));
        }
        return utf8.clean() > CLEAN_TO_DAMAGED * utf8.damaged() ? sure(StandardCharsets.UTF_8) : byReading();
    }

    private Verdict byReading() {
        EncodingCandidate candidate = EncodingCandidate.of(expected).orElse(null);
        if (Reading.isLatin(sample.lines())) {
            return candidate == null
                    ? sure(Charset.forName(expected))
                    : doubt(
                            "its charset cannot be determined: it is one of those for single letters with accents",
                            "set file.charset in the mapping (windows-1252, ISO-8859-2 …) and drop it again, or save it as"
                                    + " UTF-8");
        }
        Reading reading = Reading.of(sample.lines(), candidate);
        if (reading.isClear()) {
            return sure(reading.best().charset());
        }
        if (candidate == null && !reading.isConvincing()) {
            return sure(Charset.forName(expected));
        }
        String which = !reading.isConvincing()
                ? ""
                : ": it may be " + reading.best().charset() + " or "
                        + reading.second().charset();
        return doubt(
                "its charset cannot be determined" + which,
                "set file.charset in the mapping (GB18030, Big5, EUC-KR, Shift_JIS, windows-1252 …) and drop it again,"
                        + " or save it as UTF-8");
    }

    /** A charset of seven bits that changes its letters by escape sequences. */
    private Optional<Charset> escaped() {
        List<byte[]> lines = sample.lines();
        return ESCAPED.stream()
                .filter(charset -> !lines.isEmpty() && lines.stream().allMatch(line -> isWrittenIn(line, charset)))
                .findFirst();
    }

    private static boolean isWrittenIn(byte[] line, Charset charset) {
        String text = new String(line, charset);
        return text.chars().anyMatch(c -> c >= 0x3000) && text.indexOf('\u001B') < 0 && text.indexOf('\uFFFD') < 0;
    }

    private static Verdict sure(Charset charset) {
        return new Verdict(charset, 0, null);
    }

    private static Verdict doubt(String problem, String remedy) {
        return new Verdict(StandardCharsets.UTF_8, 0, new Doubt(problem, remedy));
    }
}
