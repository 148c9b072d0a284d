package io.redress.channel.email.text;

import io.redress.charset.TextCharset;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Rich Text Format document (RTF 1.9), as which Outlook writes mails into {@code winmail.dat}; one that wraps HTML
 * ([MS-OXRTFEX]) has its words beside the marks that are left out here.
 */
public final class RtfText {

    private static final Pattern TOKEN = Pattern.compile(
            "\\\\'([0-9a-fA-F]{2})|\\\\([a-zA-Z]{1,32})(-?[0-9]{1,9})? ?|\\\\([^a-zA-Z])|([{}])|[\\r\\n]+|([^\\\\{}\\r\\n]+)");

    /** Groups that hold no words of the text. */
    private static final Set<String> ASIDE = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "headerf",
            "footerf",
            "filetbl",
            "listtable",
            "listoverridetable",
            "generator",
            "themedata",
            "fldinst",
            "pntext",
            "htmltag");

    private static final Map<String, String> WORDS = Map.of(
            "par", "\n", "line", "\n", "tab", "\t", "cell", "\t", "row", "\n", "emdash", "—", "endash", "–", "bullet",
            "•", "rquote", "’");

    /** Charsets of fonts ({@code \fcharset}) and the code pages that they stand for. */
    private static final Map<Integer, String> CODE_PAGES = Map.ofEntries(
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(134, "gb18030"),
            Map.entry(136, "big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));

    private static final int DEEPEST = 1000;

    /** Bytes that are read: as many as of a plain text. */
    private static final int LONGEST = 4 << 20;

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, String> fonts = new HashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(null, null, 1);
    private String codePage = "windows-1252";
    private int toPass;
    /** Whether something waits that is not plain ASCII. */
    private boolean foreign;

    /** What holds within braces: the destination where it is none of the text, the font's charset, characters after a {@code \\u}. */
    private record Group(@Nullable String aside, @Nullable String charset, int substitutes) {}

    private RtfText() {}

    public static String of(byte[] rtf) {
        var reader = new RtfText();
        Matcher token = TOKEN.matcher(new String(rtf, 0, Math.min(rtf.length, LONGEST), StandardCharsets.ISO_8859_1));
        while (token.find()) {
            reader.take(token);
        }
        reader.flush();
        return reader.text.toString().strip();
    }

    private void take(Matcher token) {
        if (token.group(1) != null) {
            octet(Integer.parseInt(token.group(1), 16));
        } else if (token.group(2) != null) {
            control(token.group(2), token.group(3) == null ? null : Integer.valueOf(token.group(3)));
        } else if (token.group(4) != null) {
            symbol(token.group(4).charAt(0));
        } else if (token.group(5) != null) {
            brace(token.group(5).equals("{"));
        } else if (token.group(6) != null) {
            token.group(6).chars().forEach(this::octet);
        }
    }

    private void brace(boolean opens) {
        toPass = 0;
        if (opens && groups.size() < DEEPEST) {
            groups.push(group);
        } else if (!opens && !groups.isEmpty()) {
            if (!Objects.equals(group.charset, groups.element().charset)) {
                flush();
            }
            group = groups.pop();
        }
    }

    private void symbol(char c) {
        if (c == '*') {
            group = new Group("*", group.charset, group.substitutes);
        } else if (c == '~') {
            write(" ");
        } else if (c == '\\' || c == '{' || c == '}') {
            octet(c);
        }
    }

    private void control(String word, @Nullable Integer number) {
        if (ASIDE.contains(word)) {
            group = new Group(word, group.charset, group.substitutes);
        } else if (word.equals("ansicpg") && number != null) {
            codePage = "cp" + number;
        } else if (word.equals("uc") && number != null) {
            group = new Group(group.aside, group.charset, Math.max(0, number));
        } else if (word.equals("u") && number != null) {
            write(Character.toString((char) (int) number));
            toPass = group.substitutes;
        } else if (word.equals("f") && number != null) {
            font(number);
        } else if (word.equals("fcharset")
                && number != null
                && group.charset != null
                && group.charset.startsWith("f")) {
            String charset = CODE_PAGES.get(number);
            if (charset != null) {
                fonts.put(Integer.valueOf(group.charset.substring(1)), charset);
            }
        } else if (WORDS.containsKey(word)) {
            write(WORDS.get(word));
        }
    }

    private void font(int number) {
        String charset = "fonttbl".equals(group.aside) ? "f" + number : fonts.get(number);
        if (!Objects.equals(charset, group.charset)) {
            flush();
            group = new Group(group.aside, charset, group.substitutes);
        }
    }

    private void octet(int octet) {
        if (toPass > 0) {
            toPass--;
        } else if (group.aside == null) {
            pending.write(octet);
            foreign |= octet > '~' || octet < ' ';
        }
    }

    private void write(String words) {
        flush();
        if (group.aside == null) {
            text.append(words);
        }
    }

    /** Decodes what came in one charset; letters that all of them share need no look at what they may mean. */
    private void flush() {
        if (pending.size() > 0) {
            String charset = group.charset == null ? codePage : group.charset;
            text.append(
                    foreign
                            ? TextCharset.decode(pending.toByteArray(), charset)
                            : pending.toString(StandardCharsets.US_ASCII));
            pending.reset();
            foreign = false;
        }
    }
}
