package io.redress.channel.email;

import com.fasterxml.jackson.dataformat.yaml.*;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

class WriteExpectedTest {
    @Test
    void write() throws Exception {
        var y = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                .build();
        for (Path m : Fixtures.mails())
            Files.writeString(
                    Path.of(m.toString().replace(".eml", ".expected.yaml")),
                    y.writeValueAsString(ReadingView.of(Fixtures.read(Files.readAllBytes(m)))));
    }
}
