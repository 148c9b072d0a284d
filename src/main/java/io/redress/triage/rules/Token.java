package io.redress.triage.rules;

/**
 * One word (a Han character, or an English word without its ending) of a complaint.
 *
 * @param position where it stands; a gap separates clauses, a wide one sentences
 * @param clause its clause, counted from 0
 * @param from where it starts in the text as shown
 * @param to where it ends in the text as shown
 */
public record Token(String term, int position, int clause, int from, int to) {

    private static final String STRUCK = "×";

    /** The same place without its word. */
    Token struck() {
        return new Token(STRUCK, position, clause, from, to);
    }

    public boolean isStruck() {
        return term.equals(STRUCK);
    }
}
