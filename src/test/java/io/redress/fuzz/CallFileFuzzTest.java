package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.callcenter.CallFile;
import java.io.IOException;

/** Call-centre files in CSV and TSV, of any charset. */
class CallFileFuzzTest {

    @FuzzTest
    void any_file_gives_rows_and_reports(byte[] file) throws IOException {
        CallFile read = CallFileReader.of("calls.csv", file);
        assertThat(read.getFolder()).matches("(done|failed)/[0-9/-]+.*");
    }
}
