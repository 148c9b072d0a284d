package io.redress.triage;

import java.util.List;

/** The compiled {@link WordsFile.Reading}. */
record ReadingRules(
        List<Negation> negations,
        List<Negation> denials,
        List<WordPattern> deniable,
        List<WordPattern> praise,
        List<WordPattern> asks,
        List<WordPattern> turns,
        List<WordPattern> threats,
        List<WordPattern> feared,
        List<WordPattern> positive,
        List<WordPattern> negative) {}
