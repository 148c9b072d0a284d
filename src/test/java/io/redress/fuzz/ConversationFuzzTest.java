package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.chat.ConversationNormalizer;
import java.util.Map;

/** Transcripts of conversations. */
class ConversationFuzzTest {

    private final ConversationNormalizer conversations = new ConversationNormalizer();

    @FuzzTest
    void any_bytes_are_a_transcript_or_refused(byte[] json) {
        conversations.read(ParserInvariants.raw("conversation", json, null, Map.of()), json);
    }
}
