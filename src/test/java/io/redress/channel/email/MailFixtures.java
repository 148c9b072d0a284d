package io.redress.channel.email;

import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.language.LanguageDetector;
import io.redress.mapping.PhoneNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mails of {@code src/test/resources/channel/email}, read as a mailbox in the afternoon would. */
public final class MailFixtures {

    static final Path FOLDER = Path.of("src/test/resources/channel/email");
    static final Instant RECEIVED = Instant.parse("2026-11-21T06:00:00Z");

    static final EmailNormalizer NORMALIZER = new EmailNormalizer(
            Set.of("complaints@redress.test"), LanguageDetector::of, new PhoneNumbers("CN"), Set.of(), MailRules::none);

    private MailFixtures() {}

    static List<Path> mails() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    public static byte[] mail(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name + ".eml"));
    }

    static NormalizationResult read(byte[] mail) {
        return NORMALIZER.read(raw(mail), mail);
    }

    static RawMessage raw(byte[] mail) {
        return raw(mail, Map.of());
    }

    static RawMessage raw(byte[] mail, Map<String, String> attributes) {
        return new RawMessage(
                "0195-test",
                "R-261121-000000",
                "complaints-mailbox",
                "email",
                RECEIVED,
                null,
                attributes,
                Original.inline(mail));
    }
}
