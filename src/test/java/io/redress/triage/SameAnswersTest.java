package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.GeneratedComplaints.Generated;
import io.redress.triage.GeneratedComplaints.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/**
 * The answers to 20,000 complaints under rules that do not change ({@code src/test/resources/triage/frozen}, those that were
 * shipped on 29 November 2026), as the first implementation gave them: each pattern looked up by itself in an index of Lucene.
 * Edits of {@code config/} do not concern it; whoever means to judge otherwise records its digests anew and raises {@link
 * KeptModels#VERSION}.
 */
class SameAnswersTest {

    private static final Path FROZEN = Path.of("src/test/resources/triage/frozen");
    private static final int COMPLAINTS = 20_000;

    private static final Map<Kind, String> DIGESTS = Map.of(
            Kind.AS_WRITTEN,
            "dc6a6d7fc98f6b88a0b62381ece193441f4a9ad868270237850d5aa9fc003285",
            Kind.CUT,
            "5a16fab19d1d167d53413fcbf2622645af1f27137b4c1932dabce3410a5dc222",
            Kind.COMBINED,
            "76db694a91b720ebf880522a212a179e5a568ba4a0c39a07436e15dd82289215",
            Kind.SHUFFLED_CLAUSES,
            "9bc6233b2c8cb90474b745d122a722a6b3040c2a5cb77c2f2c70da7887da2485",
            Kind.SHUFFLED_WORDS,
            "70397b0c345add315be4961bfd6642b690a04d782a23afd7249cdcd96602654a",
            Kind.MISSPELT,
            "9be2ef4ddbcf6c8e6c096b1d98ddbb69b3a014c6ec785eed0caed0d793aef6cb",
            Kind.OF_A_FORM,
            "5b70bbb0a9e6ee2f7f97b8993f0ec126b61119a94233c805b4093e87720be883",
            Kind.OF_A_PAGE,
            "dd6b3f2d13241afe1940f6d7bbb693008ad4d66e566335deeead1efbb43497ba",
            Kind.OF_MANY_PAGES,
            "3657a10c9538d9b3ad4be8bbed2eba36f3534be698954456d63419578c6a9f92");

    @Test
    void twenty_thousand_complaints_are_judged_as_ever() {
        TriageRules rules = TriageRules.read(FROZEN);
        var complaints =
                new GeneratedComplaints(20_261_129L, TriageExamples.read(FROZEN).examples());
        Map<Kind, MessageDigest> digests = new EnumMap<>(Kind.class);
        for (int i = 0; i < COMPLAINTS; i++) {
            Generated one = complaints.next();
            Triage triage = rules.assess(one.complaint(), one.customer(), Product.unknown());
            String answer = one.complaint().language() + " " + triage + "\n";
            digests.computeIfAbsent(one.kind(), kind -> DigestUtils.getSha256Digest())
                    .update(answer.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(digests.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Hex.encodeHexString(entry.getValue().digest()))))
                .isEqualTo(DIGESTS);
    }
}
