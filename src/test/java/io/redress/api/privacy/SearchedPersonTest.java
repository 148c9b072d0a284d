package io.redress.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.ledger.search.SearchIndexer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchedPersonTest extends PersonHub {

    @Autowired
    SearchIndexer indexer;

    @Test
    void a_forgotten_person_is_found_by_nothing_and_the_index_has_no_trace() throws Exception {
        person("R-260701-SEEK01", "+8613655550001", "seek@example.com", "wecom:seekhandle");
        rows.change(
                "R-260701-SEEK01",
                "{customer,name}",
                "\"欧阳修竹\"",
                "{product,orderNo}",
                "\"SEEK-4711\"",
                "{complaint,text}",
                "\"the wombatword stands here\"");
        index();
        List<String> typed = List.of(
                "13655550001", "seek@example.com", "wecom:seekhandle", "seekhandle", "欧阳修竹", "SEEK4711", "wombatword");
        for (String one : typed) {
            assertThat(found(one)).as(one).isNotEmpty();
        }
        forgotten("seek@example.com", 1);
        assertThat(rowsOf("R-260701-SEEK01")).isZero();
        index();
        for (String one : typed) {
            assertThat(found(one)).as(one).isEmpty();
        }
        assertThat(rowsOf("R-260701-SEEK01")).isZero();
        assertThat(jdbc.sql(
                                "select count(*) from ticket_search where words::text like any(array['%wombatword%', '%seek%'])")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_ticket_under_legal_hold_stays_found() throws Exception {
        person("R-260701-SEEK02", "+8613655550002", "", "");
        rows.change("R-260701-SEEK02", "{complaint,text}", "\"the numbatword stands here\"");
        index();
        authorized("PUT", "/api/tickets/R-260701-SEEK02/legal-hold", "{\"reason\": \"court\"}");
        assertThat(asked("/api/persons/forget", Map.of("value", "13655550002", "confirm", 1))
                        .statusCode())
                .isEqualTo(409);
        assertThat(found("numbatword")).isNotEmpty();
        authorized("DELETE", "/api/tickets/R-260701-SEEK02/legal-hold", "");
    }

    private JsonNode found(String typed) throws Exception {
        return read(asked("/api/search", Map.of("q", typed))).path("items");
    }

    private int rowsOf(String number) {
        return jdbc.sql("select count(*) from ticket_search where ticket_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private void index() {
        while (indexer.run() > 0) {
            // until none waits
        }
    }
}
