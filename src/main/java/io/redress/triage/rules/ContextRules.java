package io.redress.triage.rules;

/** The compiled {@link WordsFile.Reading}. */
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
