package io.redress.channel.mailbox.oauth;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a secret of a login ends: as its administrator wrote it down, or as the certificate beside the key says.
 *
 * @param setting that tells it
 */
public record SecretExpiry(String setting, Instant end) {

    /** The setting with the date, such as {@code 2027-05-01}, in files that have it. */
    public static final String DATE = "secret-expires";

    /** So long before the end it is warned of. */
    public static final Duration NOTICE = Duration.ofDays(30);

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /**
     * All that is known of a login; a date or a certificate that cannot be read is passed over.
     *
     * @param settings gives null for what is not set
     */
    public static List<SecretExpiry> of(
            OAuthProvider provider, String prefix, UnaryOperator<@Nullable String> settings) {
        var found = new ArrayList<SecretExpiry>();
        provider.settings().values().forEach(setting -> {
            String key = prefix + "." + setting.name();
            String value = setting.value(settings.apply(key));
            if (value == null) {
                return;
            }
            if (setting.name().equals(DATE)) {
                date(value)
                        .ifPresent(date -> found.add(new SecretExpiry(
                                key, date.atStartOfDay(ZoneOffset.UTC).toInstant())));
            } else if (setting.secret()) {
                certificates(value).forEach(end -> found.add(new SecretExpiry(key, end)));
            }
        });
        return found;
    }

    /** A date as it is written; empty when it is not one. */
    public static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<Instant> certificates(String pem) {
        var ends = new ArrayList<Instant>();
        CERTIFICATE.matcher(pem.replace("\\n", "\n")).results().forEach(found -> {
            try {
                var bytes = new ByteArrayInputStream(found.group().getBytes(StandardCharsets.US_ASCII));
                var certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(bytes);
                ends.add(certificate.getNotAfter().toInstant());
            } catch (CertificateException e) {
                return; // the token server will say that it is none
            }
        });
        return ends;
    }

    /** Whether it is time to make a new one. */
    public boolean isNear(Instant now) {
        return !now.plus(NOTICE).isBefore(end);
    }

    /** For people: when it ends, as a sentence without its full stop. */
    public String words(Instant now) {
        LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        if (!now.isBefore(end)) {
            return setting + ": the secret expired on " + day;
        }
        long days = Duration.between(now, end).toDays();
        return setting + ": the secret expires on " + day + ", in " + (days == 1 ? "1 day" : days + " days");
    }

    /** What to do. */
    public String remedy() {
        return setting.endsWith("." + DATE)
                ? "create a new one in the provider's console, write it into config/secrets, and its expiry date into "
                        + setting
                : "create a new key and certificate, and write both into config/secrets/" + setting;
    }
}
