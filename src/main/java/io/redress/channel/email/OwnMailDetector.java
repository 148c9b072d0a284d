package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recognises mail of the hub itself, so that it never talks with itself. */
final class OwnMailDetector {

    /** Set on every mail that the hub sends. */
    static final String LOOP_HEADER = "X-Redress-Hub";

    private final Set<String> addresses;

    /** @param addresses from which the hub sends, in any case */
    OwnMailDetector(Set<String> addresses) {
        this.addresses = addresses.stream()
                .filter(address -> !address.isBlank())
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the hub sends from this address, or the mailbox is it. */
    boolean isOurs(RawMessage raw, MailAddress mailAddress) {
        String own = raw.attribute("address");
        return addresses.contains(mailAddress.address())
                || (own != null && own.equalsIgnoreCase(mailAddress.address()));
    }

    /** Null when somebody else sent it. */
    @Nullable
    Refusal find(RawMessage raw, Email mail, @Nullable String sourceKey) {
        boolean ours = isOurs(raw, mail.from());
        boolean loop = mail.headers().has(LOOP_HEADER);
        if (!loop && !(ours && mail.from().isKnown())) {
            return null;
        }
        String sign = loop ? "it carries header " + LOOP_HEADER : "it comes from one of our own addresses";
        return new Refusal(ItemState.AUTO_REPLY, "our own mail came back: " + sign, sourceKey, mail.references());
    }
}
