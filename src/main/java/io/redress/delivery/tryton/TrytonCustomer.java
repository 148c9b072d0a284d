package io.redress.delivery.tryton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the mapping lets Tryton know them.
 *
 * @param contacts by which the customer's party is found, and with which it is made; never empty
 */
record TrytonCustomer(String name, List<Contact> contacts) {

    /** @param type of Tryton's {@code party.contact_mechanism}: {@code email}, {@code phone}, {@code other} */
    record Contact(String type, String value) {}

    /**
     * Reads the mapped field {@code party}: {@code name}, {@code emails}, {@code phones}, {@code handles}.
     *
     * @param number our number: the contact of a customer of whom nothing is known, so that a repeat finds the party
     * @param inText phones that merely stand in the customer's text: by these another one's party would be found
     */
    static TrytonCustomer of(@Nullable Object party, String number, List<String> inText) {
        Map<?, ?> members = party instanceof Map<?, ?> map ? map : Map.of();
        var contacts = new ArrayList<Contact>();
        add(contacts, "email", members.get("emails"));
        add(contacts, "phone", members.get("phones"));
        contacts.removeIf(contact -> inText.contains(contact.value()));
        add(contacts, "other", members.get("handles"));
        if (contacts.isEmpty()) {
            contacts.add(new Contact("other", number));
        }
        Object name = members.get("name");
        return new TrytonCustomer(name == null ? contacts.get(0).value() : name.toString(), contacts);
    }

    private static void add(List<Contact> contacts, String type, @Nullable Object values) {
        if (values instanceof List<?> list) {
            list.forEach(value -> contacts.add(new Contact(type, String.valueOf(value))));
        } else if (values != null) {
            contacts.add(new Contact(type, values.toString()));
        }
    }
}
