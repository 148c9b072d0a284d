package io.redress.triage;

import io.redress.language.LanguageDetector;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.triage.TriageExamples.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Complaints made of examples: combined, cut, shuffled, misspelt, of both languages, and long. The same seed makes the same ones. */
final class GeneratedComplaints {

    /** In which way a complaint is made of the examples. */
    enum Kind {
        AS_WRITTEN,
        CUT,
        COMBINED,
        SHUFFLED_CLAUSES,
        SHUFFLED_WORDS,
        MISSPELT,
        OF_A_FORM,
        OF_A_PAGE,
        OF_MANY_PAGES
    }

    /** One of them. */
    record Generated(Kind kind, Complaint complaint, Customer customer) {}

    private static final List<String> JOINTS =
            List.of("，", "。", "，但是", " but ", "\n", ". ", "; ", "！", "、", " ", "？不是", ", not ", "……", " 10.5 ");

    private static final List<String> WISHES =
            List.of("refund", "Repair", "replacement", "apology", "explanation", "ice");

    /** Of a hundred, how many are of the kinds up to this one; by their order. */
    private static final int[] UP_TO = {12, 26, 46, 60, 72, 84, 94, 99, 100};

    private final Random random;
    private final List<Example> examples;

    GeneratedComplaints(long seed, List<Example> examples) {
        random = new Random(seed);
        this.examples = examples;
    }

    Generated next() {
        int drawn = random.nextInt(100);
        int kind = 0;
        while (drawn >= UP_TO[kind]) {
            kind++;
        }
        Kind made = Kind.values()[kind];
        boolean form = made == Kind.OF_A_FORM;
        String text = text(made);
        var complaint = new Complaint(
                form ? cut(any(), 60) : null,
                text,
                LanguageDetector.of(text),
                form && random.nextBoolean() ? WISHES.get(random.nextInt(WISHES.size())) : null,
                null,
                List.of());
        @Nullable String tier = form && random.nextInt(4) == 0 ? "Vip" : null;
        return new Generated(made, complaint, new Customer(null, List.of(), List.of(), List.of(), tier));
    }

    private String text(Kind kind) {
        return switch (kind) {
            case AS_WRITTEN -> any();
            case CUT -> cut(any(), 80);
            case COMBINED -> joined(2 + random.nextInt(3));
            case SHUFFLED_CLAUSES -> shuffled(joined(2), "(?<=[，。,.;!?！？、\\n])");
            case SHUFFLED_WORDS -> shuffled(any() + " " + any(), "(?<=\\s)|(?<=\\p{IsHan}{2})");
            case MISSPELT -> misspelt(any());
            case OF_A_FORM -> random.nextInt(20) == 0 ? "" : joined(1 + random.nextInt(2));
            case OF_A_PAGE -> joined(8 + random.nextInt(30));
            case OF_MANY_PAGES -> joined(150 + random.nextInt(300));
        };
    }

    private String any() {
        return examples.get(random.nextInt(examples.size())).text();
    }

    private String cut(String text, int longest) {
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(longest)));
    }

    private String joined(int parts) {
        var text = new StringBuilder(any());
        for (int i = 1; i < parts; i++) {
            text.append(JOINTS.get(random.nextInt(JOINTS.size()))).append(any());
        }
        return text.toString();
    }

    private String shuffled(String text, String between) {
        List<String> pieces = new ArrayList<>(Arrays.asList(text.split(between)));
        Collections.shuffle(pieces, random);
        return String.join("", pieces);
    }

    private String misspelt(String text) {
        String written = random.nextInt(3) == 0 ? text.toUpperCase(Locale.ROOT) : text.replace('\'', '’');
        int changes = 1 + random.nextInt(5);
        int every = Math.max(1, written.length() / changes);
        return written.chars().mapToObj(c -> misspelt((char) c, every)).collect(Collectors.joining());
    }

    private String misspelt(char c, int every) {
        if (random.nextInt(every) > 0) {
            return String.valueOf(c);
        }
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> String.valueOf(c) + c;
            case 2 -> c > ' ' && c < 0x7f ? String.valueOf((char) (c + 0xfee0)) : c + " ";
            default -> String.valueOf((char) (c + 1));
        };
    }
}
