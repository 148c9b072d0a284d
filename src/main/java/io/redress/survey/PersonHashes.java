package io.redress.survey;

import io.redress.encryption.HmacSha256;
import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.Customer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Names persons without keeping their addresses: each e-mail, phone and handle as a keyed hash, by which the same one is
 * known again and no one else can be looked up.
 */
public final class PersonHashes {

    private final HmacSha256 code;
    private final PhoneNumbers phones;

    /**
     * @param key the same on all nodes and for as long as opt-outs shall hold
     * @param phones reads numbers that come without country code
     */
    public PersonHashes(byte[] key, PhoneNumbers phones) {
        this.code = HmacSha256.unguessable(key);
        this.phones = phones;
    }

    /** The hashes of all that a customer stated; a number in a text may be another person's. */
    public Set<String> of(Customer customer) {
        return of(customer.emails(), customer.statedPhones(), customer.handles());
    }

    /** The hashes of all ways to reach a person, in hexadecimal digits; empty when there is none. */
    public Set<String> of(List<String> emails, List<String> numbers, List<String> handles) {
        var hashes = new TreeSet<String>();
        add(hashes, "mailto", emails, email -> email.toLowerCase(Locale.ROOT));
        add(hashes, "tel", numbers, this::withoutExtension);
        add(hashes, "chat", handles, handle -> handle);
        return hashes;
    }

    private void add(Set<String> hashes, String kind, List<String> values, UnaryOperator<String> form) {
        for (String value : values) {
            if (!value.isBlank()) {
                byte[] named = (kind + ":" + form.apply(value.strip())).getBytes(StandardCharsets.UTF_8);
                hashes.add(HexFormat.of().formatHex(code.of(named)));
            }
        }
    }

    private String withoutExtension(String number) {
        String read = phones.read(number).stream().findFirst().orElse(number);
        return read.split(";ext=", 2)[0];
    }
}
