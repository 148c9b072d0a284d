package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that takes a column with gaps for decimal fractions writes {@code 1001.0}. */
class FloatColumnsTest {

    @TempDir
    Path data;

    private CallFileFixture hub;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
    }

    @Test
    void a_phone_and_a_call_id_are_read_without_the_fraction() throws IOException {
        RawMessage row = row("通话编号,电话,订单号,序列号,内容\n1001.0,13810452002.0,20260101001.0,77001.0,色差\n");
        var complaint = (CanonicalComplaint) hub.read(row);
        assertThat(row.sourceKey()).isEqualTo("call:1001");
        assertThat(complaint.customer().phones()).containsExactly("+8613810452002");
        assertThat(complaint.product().orderNo()).isEqualTo("20260101001");
        assertThat(complaint.product().serial()).isEqualTo("77001");
    }

    @Test
    void the_same_call_in_another_export_has_the_same_key() throws IOException {
        assertThat(row("通话编号,内容\n1001.0,色差\n").sourceKey())
                .isEqualTo(row("通话编号,内容\n1001,色差\n").sourceKey());
        assertThat(row("电话,内容\n13810452002.0,色差\n").sourceKey())
                .isEqualTo(row("电话,内容\n138-1045-2002,色差\n").sourceKey());
    }

    @Test
    void what_may_be_a_version_or_a_part_of_a_number_stays() throws IOException {
        var complaint =
                (CanonicalComplaint) hub.read(row("通话编号,型号,订单号,序列号,内容\n1772328600.10,3000.0,2.0,A1001.0,2.0\n"));
        assertThat(complaint.sourceKey()).isEqualTo("call:1772328600.10");
        assertThat(complaint.product().model()).isEqualTo("3000.0");
        assertThat(complaint.product().orderNo()).isEqualTo("2.0");
        assertThat(complaint.product().serial()).isEqualTo("A1001.0");
        assertThat(complaint.complaint().text()).isEqualTo("2.0");
    }

    private RawMessage row(String table) throws IOException {
        Path file = Files.writeString(Files.createTempFile(data, "calls", ".csv"), table);
        List<RawMessage> rows = CallFileFixture.rows(hub.open("call-center", file));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
