package io.redress.channel.email.charset;

import java.util.HashSet;
import java.util.Set;

/**
 * How much of a text is everyday Chinese if its bytes are GB 2312, or Big5: level 1 and the symbols of either. Text of the
 * other encoding falls outside for about every second character. Each character counts once, so that a line of dashes
 * decides nothing.
 *
 * @param everyday different characters of two bytes that everyday Chinese uses
 * @param others different ones that it does not use
 */
record ChineseByteStatistics(int everyday, int others) {

    static ChineseByteStatistics count(byte[] bytes, boolean gb) {
        Set<Integer> everyday = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            (isEveryday(lead, trail, gb) ? everyday : others).add(lead << 8 | trail);
            i += trail >= 0x40 ? 1 : 0;
        }
        return new ChineseByteStatistics(everyday.size(), others.size());
    }

    int different() {
        return everyday + others;
    }

    /** From 0 to 1; 0 for less than two characters, which say nothing. */
    double share() {
        return different() < 2 ? 0 : (double) everyday / different();
    }

    private static boolean isEveryday(int lead, int trail, boolean gb) {
        return gb
                ? trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3))
                : ((trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1)
                        && ((lead >= 0xA4 && lead <= 0xC6) || (lead >= 0xA1 && lead <= 0xA2));
    }
}
