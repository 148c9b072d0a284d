package io.redress.search;

/** How well something fits: a number before a person, a person before an order, all of them before words. */
public final class SearchRank {

    /** The number or id that was typed. */
    public static final int NUMBER = 1_000;
    /** An arrival by the name that its channel has for it. */
    public static final int SOURCE_KEY = 900;
    /** A ticket of the phone, mail address or handle that was typed. */
    public static final int PERSON = 800;
    /** An order, a serial, a handle without its platform, the end of a ticket's number: the whole of what was typed. */
    public static final int CODE = 700;

    /** Of an entry for the person, beside the rank of the tickets. */
    static final int ENTRY_OF_PERSON = 1;

    private static final int EACH_WORD = 4;
    private static final int IN_NAME = 2;

    private SearchRank() {}

    /**
     * Of a ticket that has words.
     *
     * @param count how many of those that were typed, 1 to {@link SearchQuery#MOST_WORDS}
     * @param named whether they all stand in the customer's name
     */
    public static int words(int count, boolean named) {
        return count * EACH_WORD + (named ? IN_NAME : 0);
    }

    /** Whether a rank is that of words in a customer's name. */
    static boolean isNamed(int rank) {
        return rank < CODE && rank % EACH_WORD >= IN_NAME;
    }
}
