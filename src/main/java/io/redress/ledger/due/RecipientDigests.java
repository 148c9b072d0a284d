package io.redress.ledger.due;

import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/** Recipients as they are kept to be counted: not readable, and the same each time. */
public final class RecipientDigests {

    private RecipientDigests() {}

    /**
     * SHA-256 in hexadecimal digits.
     *
     * @param address mail addresses are the same in any case; ids of chat platforms, such as WeChat's, are not
     */
    public static String anonymous(String address) {
        return DigestUtils.sha256Hex(address.contains("@") ? address.toLowerCase(Locale.ROOT) : address);
    }
}
