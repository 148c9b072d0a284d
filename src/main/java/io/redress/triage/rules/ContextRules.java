package io.redress.triage.rules;

/**
 * Patterns for what changes the meaning of the words next to them: {@code reading} of {@code config/words.yaml}, compiled.
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
public record ContextRules(
        PrefilteredPatterns<Negation> negations,
        PrefilteredPatterns<Negation> denials,
        PrefilteredPatterns<WordPattern> deniable,
        PrefilteredPatterns<WordPattern> praise,
        PrefilteredPatterns<WordPattern> asks,
        PrefilteredPatterns<WordPattern> turns,
        PrefilteredPatterns<WordPattern> threats,
        PrefilteredPatterns<WordPattern> feared,
        PrefilteredPatterns<WordPattern> positive,
        PrefilteredPatterns<WordPattern> negative) {}
