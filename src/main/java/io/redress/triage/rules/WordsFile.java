package io.redress.triage.rules;

import java.util.List;
import java.util.Map;

/**
 * {@code config/words.yaml}: the vocabulary that all rules share.
 *
 * @param variants regional and short forms, and what to read instead
 * @param words lists that patterns name as {@code <name>}; a list may name those above it
 * @param reading how sentences turn a word around
 */
record WordsFile(Map<String, String> variants, Map<String, List<String>> words, Reading reading) {

    /**
     * Patterns for what changes the meaning of the words next to them.
     *
     * @param negations takes back any evidence that follows within {@code ..n} words of the same clause
     * @param denials takes back the words of {@code deniable} likewise; too common words to take back any evidence
     * @param deniable what a customer says is not the case
     * @param praise what is praised is not complained about
     * @param asks what the customer wants; it decides only where no cause is named
     * @param turns from here on the customer comes to the point (但是, however)
     * @param threats marks what follows in the sentence as not yet done
     * @param feared marks what follows in the sentence as feared, not happened
     * @param positive words of a content customer
     * @param negative words of an angry one
     */
    record Reading(
            List<String> negations,
            List<String> denials,
            List<String> deniable,
            List<String> praise,
            List<String> asks,
            List<String> turns,
            List<String> threats,
            List<String> feared,
            List<String> positive,
            List<String> negative) {}
}
