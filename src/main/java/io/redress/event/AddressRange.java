package io.redress.event;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param bits how many
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AddressRange(byte[] first, int bits) {

    /**
     * Reads {@code 10.0.0.0/8}, {@code fc00::/7}, or one address.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static AddressRange of(String written) {
        String[] parts = written.strip().split("/", -1);
        try {
            if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*") || parts.length > 2) {
                throw new UnknownHostException();
            }
            byte[] first = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 1 ? first.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > first.length * Byte.SIZE) {
                throw new UnknownHostException();
            }
            return new AddressRange(first, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not a range of addresses: write it like 10.1.0.0/16 or fd00:1::/32", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((first[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
