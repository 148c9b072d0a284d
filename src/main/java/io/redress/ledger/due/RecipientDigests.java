package io.redress.ledger.due;

import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/** Recipients as they are kept to be counted: not readable, and the same each time. */
public final class RecipientDigests {

    private RecipientDigests() {}

    /** SHA-256 of the address in small letters, in hexadecimal digits. */
    public static String anonymous(String address) {
        return DigestUtils.sha256Hex(address.toLowerCase(Locale.ROOT));
    }
}
