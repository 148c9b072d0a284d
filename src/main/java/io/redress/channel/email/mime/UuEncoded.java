package io.redress.channel.email.mime;

import io.redress.intake.ArrivalFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that old programs write into the text itself, between {@code begin 644 photo.jpg} and {@code end} (IEEE Std 1003.1,
 * uuencode).
 *
 * @param text without them
 */
public record UuEncoded(String text, List<ArrivalFile> files) {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,200})");

    public static UuEncoded in(String text) {
        if (!text.contains("begin ")) {
            return new UuEncoded(text, List.of());
        }
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        var rest = new StringBuilder();
        List<ArrivalFile> files = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            var begin = BEGIN.matcher(lines.get(at).stripTrailing());
            int end = begin.matches() ? end(lines, at + 1) : -1;
            if (end < 0) {
                rest.append(lines.get(at)).append('\n');
            } else {
                files.add(new ArrivalFile(
                        AttachmentFileNames.shown(begin.group(1)),
                        "application/octet-stream",
                        decoded(lines.subList(at + 1, end))));
                at = end;
            }
        }
        return new UuEncoded(rest.toString(), files);
    }

    /** The line that ends the file; -1 when what stands between is no such file. */
    private static int end(List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            String line = lines.get(at).stripTrailing();
            if (line.equals("end")) {
                return at;
            }
            if (!line.isEmpty() && (line.charAt(0) < ' ' || line.charAt(0) > '`' || line.length() > 90)) {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] decoded(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            int left = line.isEmpty() ? 0 : bits(line, 0);
            for (int at = 1; left > 0; at += 4) {
                int group =
                        bits(line, at) << 18 | bits(line, at + 1) << 12 | bits(line, at + 2) << 6 | bits(line, at + 3);
                for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                    bytes.write(group >> shift);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Blanks at the end of a line may have been lost on the way; they stand for nothing. */
    private static int bits(String line, int at) {
        return at < line.length() ? (line.charAt(at) - ' ') & 0x3F : 0;
    }
}
