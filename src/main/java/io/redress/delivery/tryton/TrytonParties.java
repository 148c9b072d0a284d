package io.redress.delivery.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.tryton.TrytonCustomer.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Finds a customer's party by its contact details, the oldest where several have them, or makes it. */
record TrytonParties(TrytonRpc rpc) {

    /** Two parties that are made at once may get the same code, of which Tryton refuses the second. */
    private static final int TRIES = 5;

    Dialogue of(TrytonCustomer customer, LongFunction<Dialogue> then) {
        return find(customer, then, 1);
    }

    private Dialogue find(TrytonCustomer customer, LongFunction<Dialogue> then, int attempt) {
        var any = new ArrayList<Object>(List.of("OR"));
        for (Contact contact : customer.contacts()) {
            any.add(clause(contact));
        }
        var params = List.of(any, 0, 1, List.of(List.of("id", "ASC")), List.of("party"), Map.of());
        return rpc.call("model.party.contact_mechanism.search_read", params, found -> {
            JsonNode party = found.path(0).path("party");
            return party.isNumber() ? then.apply(party.asLong()) : make(customer, then, attempt);
        });
    }

    private Dialogue make(TrytonCustomer customer, LongFunction<Dialogue> then, int attempt) {
        List<Map<String, String>> contacts = customer.contacts().stream()
                .map(contact -> Map.of("type", contact.type(), "value", contact.value()))
                .toList();
        var party = Map.of("name", customer.name(), "contact_mechanisms", List.of(List.of("create", contacts)));
        return rpc.call(
                "model.party.party.create",
                List.of(List.of(party), rpc.context()),
                ids -> then.apply(ids.path(0).asLong()),
                refusal -> {
                    if (attempt == TRIES) {
                        throw refusal;
                    }
                    return find(customer, then, attempt + 1);
                });
    }

    /** Tryton writes phone numbers with blanks; the compact form is E.164. */
    private static List<?> clause(Contact contact) {
        return contact.type().equals("phone")
                ? List.of(
                        List.of("type", "in", List.of("phone", "mobile")),
                        List.of("value_compact", "=", contact.value()))
                : List.of(List.of("type", "=", contact.type()), List.of("value", "=", contact.value()));
    }
}
