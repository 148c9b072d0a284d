package io.redress.triage;

/** The compiled {@link WordsFile.Reading}. */
record ReadingRules(
        Gated<Negation> negations,
        Gated<Negation> denials,
        Gated<WordPattern> deniable,
        Gated<WordPattern> praise,
        Gated<WordPattern> asks,
        Gated<WordPattern> turns,
        Gated<WordPattern> threats,
        Gated<WordPattern> feared,
        Gated<WordPattern> positive,
        Gated<WordPattern> negative) {}
