package io.redress.figures.report.pdf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * What documents are set in: Helvetica, which every reader of PDF has, for Western characters, and a TrueType file for all others.
 */
public final class PrintFont {

    /** Where distributions put fonts with Chinese characters: fonts-droid-fallback of Debian, Fedora's and Alpine's, Windows. */
    static final List<Path> USUAL = List.of(
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
            Path.of("/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf"),
            Path.of("/usr/share/fonts/droid-nonlatin/DroidSansFallbackFull.ttf"),
            Path.of("C:/Windows/Fonts/simhei.ttf"));

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Shown in place of a character that no font has. */
    private static final String UNKNOWN = "?";

    private final @Nullable Path file;
    private final @Nullable CmapLookup glyphs;

    private PrintFont(@Nullable Path file, @Nullable CmapLookup glyphs) {
        this.file = file;
        this.glyphs = glyphs;
    }

    /**
     * A piece of a text in one of the two fonts.
     *
     * @param wide whether it is set in the file's font
     */
    public record Run(String text, boolean wide) {}

    /**
     * The font of a file.
     *
     * @param chosen null: the first of the usual files that is there, else Helvetica alone
     * @throws IllegalArgumentException when the chosen file cannot be read as a TrueType font
     */
    public static PrintFont of(@Nullable Path chosen) {
        return chosen != null ? read(chosen) : usual(USUAL);
    }

    static PrintFont usual(List<Path> files) {
        return files.stream()
                .filter(Files::isReadable)
                .findFirst()
                .map(PrintFont::read)
                .orElseGet(() -> new PrintFont(null, null));
    }

    private static PrintFont read(Path file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            return new PrintFont(file.toAbsolutePath(), font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read as a TrueType font (.ttf): " + e.getMessage()
                            + "; set redress.figures.pdf-font to one that has the shop's characters",
                    e);
        }
    }

    /** The file; null when there is only Helvetica. */
    public @Nullable Path file() {
        return file;
    }

    /** A text in pieces of one font each; what no font has becomes a question mark. */
    public List<Run> runs(String text) {
        CharsetEncoder western = WESTERN.newEncoder();
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            boolean plain = western.canEncode(one) && !Character.isISOControl(point);
            boolean wide = !plain && has(point);
            String shown = plain || wide ? one : Character.isISOControl(point) ? " " : UNKNOWN;
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.wide() == wide) {
                runs.set(runs.size() - 1, new Run(last.text() + shown, wide));
            } else {
                runs.add(new Run(shown, wide));
            }
        });
        return List.copyOf(runs);
    }

    /** Whether a letter of Chinese, Japanese or Korean is in a text that cannot be shown. */
    boolean lacks(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.isLetter(point)
                        && point >= 0x1100
                        && point < 0xFFF0
                        && !has(point)
                        && Character.UnicodeScript.of(point) != Character.UnicodeScript.LATIN);
    }

    /** Whether the file has Chinese characters at all. */
    boolean isChinese() {
        return has('中');
    }

    private boolean has(int point) {
        return glyphs != null && glyphs.getGlyphId(point) != 0;
    }
}
