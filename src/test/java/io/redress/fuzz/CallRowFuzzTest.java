package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.mapping.Mappings;
import java.nio.file.Path;
import java.util.Map;

/** Originals of call-centre rows, as somebody may hand them to a trial or a replay. */
class CallRowFuzzTest {

    private final CallRowNormalizer rows = new CallRowNormalizer(Mappings.read(Path.of("config/mappings")));

    @FuzzTest
    void any_bytes_are_a_row_or_refused(byte[] json) {
        var attributes = Map.of("mapping", "call-center", "file", "calls.csv", "line", "2");
        ParserInvariants.check(rows.read(ParserInvariants.raw("call-row", json, null, attributes), json));
    }
}
