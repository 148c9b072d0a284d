package io.redress.privacy;

/**
 * Digits that stand together.
 *
 * @param start of the first in the text
 * @param digits in ASCII, whatever they are written in; the last may be an {@code X}
 * @param plus whether a plus sign stands before them
 */
record DigitGroup(int start, String digits, boolean plus) {

    int end() {
        return start + digits.length();
    }
}
