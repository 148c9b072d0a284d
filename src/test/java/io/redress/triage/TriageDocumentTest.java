package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TriageDocumentTest {

    @Test
    void the_document_says_from_which_score_on_nobody_need_look() throws Exception {
        assertThat(Files.readString(Path.of("docs/triage.md")))
                .contains("when the score is below " + CategoryAssessor.REVIEW_BELOW + " or nothing was found");
    }
}
