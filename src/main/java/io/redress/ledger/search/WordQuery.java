package io.redress.ledger.search;

import io.redress.search.SearchWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words as PostgreSQL's {@code tsquery}: each stands in quotes, so that nothing that was typed is an operator. */
final class WordQuery {

    private static final String ALL = " & ";
    private static final String ANY = " | ";
    private static final String BEGINNING = ":*";

    private WordQuery() {}

    static String all(List<SearchWord> words) {
        return words.stream().map(WordQuery::one).collect(Collectors.joining(ALL));
    }

    static String any(List<SearchWord> words) {
        return words.stream().map(WordQuery::one).collect(Collectors.joining(ANY));
    }

    /** All of the words in the customer's name; words that are codes only stand in no name. */
    static String named(List<SearchWord> words) {
        return all(words.stream().map(SearchWord::inName).toList());
    }

    static String anyOf(List<String> codes) {
        return codes.stream().map(WordQuery::quoted).collect(Collectors.joining(ANY));
    }

    static String one(SearchWord word) {
        List<String> choices = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < word.pieces().size(); i++) {
            boolean begins = word.beginning() && i == word.pieces().size() - 1;
            pieces.add(quoted(word.pieces().get(i)) + (begins ? BEGINNING : ""));
        }
        if (!pieces.isEmpty()) {
            choices.add("(" + String.join(ALL, pieces) + ")");
        }
        word.codes().forEach(code -> choices.add(quoted(code) + BEGINNING));
        return "(" + String.join(ANY, choices) + ")";
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
