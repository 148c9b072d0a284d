package io.redress.search;

import java.util.Locale;

/** What stands in the index beside plain words: each with a letter before it and a colon, which no plain word has. */
public enum SearchField {
    /** A word of the customer's name. */
    NAME("n"),
    /** A chat handle, whole and without its platform. */
    HANDLE("h"),
    /** A mail address. */
    MAIL("m"),
    /** A serial number, letters and digits alone. */
    SERIAL("s"),
    /** An order's number, letters and digits alone. */
    ORDER("o"),
    /** A phone's digits as they are dialled. */
    PHONE("p"),
    /** The same from the last to the first, so that it is found by how it ends. */
    PHONE_END("e"),
    /** A ticket's number without its R, letters and digits alone; also its last six alone. */
    TICKET("r");

    private final String letter;

    SearchField(String letter) {
        this.letter = letter;
    }

    /** The word as the index has it, in small letters. */
    public String of(String word) {
        return letter + ":" + word.toLowerCase(Locale.ROOT);
    }
}
