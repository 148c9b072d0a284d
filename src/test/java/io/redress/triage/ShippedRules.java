package io.redress.triage;

import io.redress.language.LanguageDetector;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shipped rules, read once for all tests, and complaints judged by them. */
public final class ShippedRules {

    static final Path CONFIG = Path.of("config");
    public static final TriageRules RULES = TriageRules.read(CONFIG);

    private ShippedRules() {}

    /** Its category's key. */
    public static String category(String text) {
        return triage(text).category();
    }

    static Triage triage(String text) {
        return triage(null, text, null, Customer.unknown());
    }

    static Triage triage(@Nullable String subject, String text, @Nullable String wants, Customer customer) {
        var complaint = new Complaint(subject, text, LanguageDetector.of(text), wants, null, List.of());
        return RULES.assess(complaint, customer, Product.unknown());
    }
}
