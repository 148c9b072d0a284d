package io.redress.channel.email.text;

import java.util.ArrayList;
import java.util.List;

/** Takes the cleartext signature framework off a signed text (RFC 9580, section 7). The signature itself is not checked. */
final class PgpArmor {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    private PgpArmor() {}

    /** The same lines where none is signed. */
    static List<String> removed(List<String> lines) {
        if (!lines.contains(BEGIN)) {
            return lines;
        }
        var text = new ArrayList<String>();
        boolean headers = false;
        boolean signature = false;
        for (String line : lines) {
            if (line.equals(BEGIN)) {
                headers = true;
            } else if (line.equals(SIGNATURE)) {
                signature = true;
            } else if (line.equals(END)) {
                signature = false;
            } else if (headers) {
                headers = !line.isBlank();
            } else if (!signature) {
                text.add(line.startsWith("- ") ? line.substring(2) : line);
            }
        }
        return text;
    }
}
