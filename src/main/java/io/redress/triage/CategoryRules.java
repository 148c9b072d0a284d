package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import java.util.Map;
import java.util.Set;

/** What {@code config/categories.yaml} says of complaints and of their categories. */
public interface CategoryRules {

    /** Judges a complaint; always names a category that the file has. */
    Triage assess(Complaint complaint, Customer customer, Product product);

    /** Whether the file has a category of this key. */
    boolean has(String category);

    /** Who acts on a category's tickets until somebody is assigned. */
    String owner(String category);

    /** The category's service-level policy, a key of {@code config/service-levels.yaml}. */
    String policy(String category);

    /** The JMS queue of a category's tickets; that of {@code other} when the category is no longer in the file. */
    String queue(String category);

    /** The queues of all categories. */
    Set<String> queues();

    /** A category's words for customers, by language (BCP 47). */
    Map<String, String> titles(String category);
}
