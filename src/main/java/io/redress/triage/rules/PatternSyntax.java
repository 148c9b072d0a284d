package io.redress.triage.rules;

import io.redress.triage.rules.PatternNode.Either;
import io.redress.triage.rules.PatternNode.Except;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads patterns.
 *
 * <pre>
 * 质量问题               these words next to each other, in either script; English in any ending
 * 破损 | 碎了             one of them
 * 收到 ..8 坏             the second after the first, at most 8 words (Han characters) between; ".." alone allows 6
 * 发票 &amp; 税号            both, in any order, in one sentence, not more than 20 words apart
 * (没 | 不) &lt;moves&gt;      brackets group; &lt;moves&gt; is the list of that name under "words"
 * 安装 unless 安装软件     the first where it does not touch the second; binds closer than "|"
 * </pre>
 */
public final class PatternSyntax {

    /** A pattern that cannot be read; the message says what and where. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private static final Pattern PIECE = Pattern.compile("\\.\\.\\d*|[()|&]|<[^<>]*>|[^\\s()|&<>]+|[<>]");
    private static final Pattern OPERATOR = Pattern.compile("\\.\\.\\d*|[()|&]|unless|<.*");
    private static final Pattern END = Pattern.compile("\\.\\.\\d*|[)|&]|unless");
    private static final int DEFAULT_GAP = 6;
    private static final int WIDEST_GAP = 40;
    private static final int NEAR = 20;

    private final ComplaintTokenizer tokenizer;
    private final PhraseTrie.Builder phrases;
    private final Map<String, PatternNode> lists = new HashMap<>();

    /** By piece, its words: half of all pieces stand more than once. */
    private final Map<String, List<String>> words = new HashMap<>();

    PatternSyntax(ComplaintTokenizer tokenizer, PhraseTrie.Builder phrases) {
        this.tokenizer = tokenizer;
        this.phrases = phrases;
    }

    /** Makes {@code <name>} known to later patterns. */
    public void define(String name, List<String> words) throws Unreadable {
        lists.put(name, phrases.name(node(String.join(" | ", words))));
    }

    public WordPattern read(String written) throws Unreadable {
        return new WordPattern(written, node(written));
    }

    private PatternNode node(String written) throws Unreadable {
        var parser = new Parser(
                PIECE.matcher(written).results().map(MatchResult::group).toList());
        PatternNode node = parser.pattern();
        if (parser.next < parser.pieces.size()) {
            throw new Unreadable("'" + parser.pieces.get(parser.next) + "' is not expected there");
        }
        return node;
    }

    private List<String> wordsOf(String piece) {
        return words.computeIfAbsent(piece, tokenizer::words);
    }

    private final class Parser {

        private final List<String> pieces;
        private int next;

        Parser(List<String> pieces) {
            this.pieces = pieces;
        }

        private boolean at(String piece) {
            return next < pieces.size() && pieces.get(next).equals(piece);
        }

        private PatternNode pattern() throws Unreadable {
            List<PatternNode> parts = new ArrayList<>();
            do {
                next += at("|") ? 1 : 0;
                parts.add(exceptional());
            } while (at("|"));
            return parts.size() == 1 ? parts.get(0) : Either.of(parts);
        }

        private PatternNode exceptional() throws Unreadable {
            PatternNode part = sequence();
            if (!at("unless")) {
                return part;
            }
            next++;
            return new Except(part, sequence());
        }

        private PatternNode sequence() throws Unreadable {
            PatternNode left = adjacent();
            while (next < pieces.size()) {
                String operator = pieces.get(next);
                if (operator.equals("&")) {
                    next++;
                    left = new All(All.Order.ANY, NEAR, List.of(left, adjacent()));
                } else if (operator.startsWith("..")) {
                    next++;
                    left = new All(All.Order.FOLLOWING, gap(operator), List.of(left, adjacent()));
                } else {
                    break;
                }
            }
            return left;
        }

        private int gap(String operator) throws Unreadable {
            int gap = operator.length() == 2
                    ? DEFAULT_GAP
                    : Integer.parseInt(operator.substring(2, Math.min(operator.length(), 6)));
            if (gap > WIDEST_GAP) {
                throw new Unreadable("'" + operator + "' is wider than .." + WIDEST_GAP);
            }
            return gap;
        }

        private PatternNode adjacent() throws Unreadable {
            List<PatternNode> parts = new ArrayList<>();
            while (next < pieces.size() && !END.matcher(pieces.get(next)).matches()) {
                unit(parts);
            }
            if (parts.isEmpty()) {
                throw new Unreadable(
                        next < pieces.size()
                                ? "a word is missing before '" + pieces.get(next) + "'"
                                : "a word is missing at the end");
            }
            return parts.size() == 1 ? parts.get(0) : new All(All.Order.ADJACENT, 0, parts);
        }

        private void unit(List<PatternNode> parts) throws Unreadable {
            String piece = pieces.get(next++);
            if (piece.equals("(")) {
                parts.add(pattern());
                if (!at(")")) {
                    throw new Unreadable("a closing bracket is missing");
                }
                next++;
            } else if (piece.startsWith("<")) {
                PatternNode list = piece.length() > 2 ? lists.get(piece.substring(1, piece.length() - 1)) : null;
                if (list == null) {
                    throw new Unreadable("there is no list " + piece + " under 'words'; it has " + lists.keySet());
                }
                parts.add(list);
            } else {
                parts.add(phrases.add(words(piece)));
            }
        }

        private List<String> words(String first) throws Unreadable {
            List<String> words = new ArrayList<>(wordsOf(first));
            if (words.isEmpty()) {
                throw new Unreadable("'" + first + "' has no word");
            }
            while (next < pieces.size() && !OPERATOR.matcher(pieces.get(next)).matches()) {
                words.addAll(wordsOf(pieces.get(next++)));
            }
            return words;
        }
    }
}
