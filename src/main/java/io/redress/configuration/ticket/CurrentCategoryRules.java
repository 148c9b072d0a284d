package io.redress.configuration.ticket;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.CategoryRules;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The category rules that are in use at the moment. */
record CurrentCategoryRules(Supplier<? extends CategoryRules> rules) implements CategoryRules {

    @Override
    public Triage assess(Complaint complaint, Customer customer, Product product) {
        return rules.get().assess(complaint, customer, product);
    }

    @Override
    public String owner(String category) {
        return rules.get().owner(category);
    }

    @Override
    public String policy(String category) {
        return rules.get().policy(category);
    }

    @Override
    public String queue(String category) {
        return rules.get().queue(category);
    }

    @Override
    public boolean has(String category) {
        return rules.get().has(category);
    }

    @Override
    public Map<String, String> titles(String category) {
        return rules.get().titles(category);
    }

    @Override
    public Set<String> queues() {
        return rules.get().queues();
    }
}
