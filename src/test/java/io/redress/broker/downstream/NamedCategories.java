package io.redress.broker.downstream;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.CategoryRules;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Categories that have nothing but their keys and queues. */
record NamedCategories(Set<String> keys) implements CategoryRules {

    NamedCategories(String... keys) {
        this(Set.of(keys));
    }

    @Override
    public Triage assess(Complaint complaint, Customer customer, Product product) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean has(String category) {
        return keys.contains(category);
    }

    @Override
    public String owner(String category) {
        return category;
    }

    @Override
    public String policy(String category) {
        return category;
    }

    @Override
    public String queue(String category) {
        return "complaints." + category;
    }

    @Override
    public Set<String> queues() {
        return keys.stream().map(this::queue).collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> titles(String category) {
        return Map.of();
    }
}
