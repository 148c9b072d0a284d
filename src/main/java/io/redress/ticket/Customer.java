package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who complains, as far as the channel told. Who the customer is, is told by what the sender stated: by {@link #statedName}
 * and {@link #statedPhones}, never by the two members alone.
 *
 * @param phones by which the customer may be called: E.164 where the number could be read, else as written
 * @param emails bare addresses, lower-cased
 * @param handles chat identities, {@code <platform>:<id>}
 * @param tier {@code vip}, {@code regular} or {@code new}; null when unknown
 * @param nameFrom the lookup that knew the name; null when the sender gave it
 * @param phonesInText those of {@code phones} that merely stand in the text: they may be anybody's
 */
public record Customer(
        @Nullable String name,
        List<String> phones,
        List<String> emails,
        List<String> handles,
        @Nullable String tier,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nameFrom,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> phonesInText) {

    public Customer {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        handles = List.copyOf(handles);
        phonesInText = phonesInText == null ? List.of() : List.copyOf(phonesInText);
    }

    /** A customer all of whose members the sender stated. */
    public Customer(
            @Nullable String name,
            List<String> phones,
            List<String> emails,
            List<String> handles,
            @Nullable String tier) {
        this(name, phones, emails, handles, tier, null, List.of());
    }

    /** The name by which the customer may be spoken to; null when the sender gave none. */
    public @Nullable String statedName() {
        return nameFrom == null ? name : null;
    }

    /** The phones that the sender gave as the sender's own. */
    public List<String> statedPhones() {
        return phones.stream().filter(phone -> !phonesInText.contains(phone)).toList();
    }

    /**
     * The same customer, with the name and the tier that another source knows where this one says none. Where to reach the
     * customer is what the customer wrote, never what somebody else knows.
     *
     * @param source the lookup that knows them
     */
    public Customer or(Customer other, String source) {
        boolean told = name == null && other.name != null;
        return new Customer(
                told ? other.name : name,
                phones,
                emails,
                handles,
                tier == null ? other.tier : tier,
                told ? source : nameFrom,
                phonesInText);
    }

    /** The same customer, whose handles are ids on the platform that a channel is, and on no other, whatever signs are in them. */
    public Customer on(String channel) {
        List<String> own = handles.stream().map(id -> channel + ":" + id).toList();
        return new Customer(name, phones, emails, own, tier, nameFrom, phonesInText);
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(null, List.of(), List.of(), List.of(), null);
    }
}
