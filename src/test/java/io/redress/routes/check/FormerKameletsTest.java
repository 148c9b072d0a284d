package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shop's own routes of version 0.1 are told by {@code check}; the whole findings are in {@code src/test/resources/check}. */
class FormerKameletsTest {

    private static final Map<String, Kamelet> SHIPPED =
            RouteSet.parse(new RouteFiles(Path.of("routes")).texts()).kamelets();

    @Test
    void what_is_written_instead_is_shipped_and_has_the_parameters_that_are_told() {
        assertThat(FormerKamelets.remedy("wecom-source", null)).hasValueSatisfying(remedy -> assertThat(remedy)
                .contains("kamelet:chat-source?platform=wecom", "channel and quietTime"));
        assertThat(SHIPPED.get("chat-source").properties()).containsKeys("channel", "platform", "quietTime");
        assertThat(FormerKamelets.remedy("wecom-sink", null)).hasValueSatisfying(remedy -> assertThat(remedy)
                .contains("kamelet:chat-sink?platform=wecom", "channel and timeLimit"));
        assertThat(SHIPPED.get("chat-sink").properties()).containsKeys("channel", "platform", "timeLimit");
        assertThat(SHIPPED).doesNotContainKeys("wecom-source", "wecom-sink");
    }

    @Test
    void a_kamelet_of_ones_own_under_such_a_name_is_used_as_before() {
        String own = "metadata: {name: wecom-source}\nspec: {template: {from: {uri: 'timer:x', steps: []}}}\n";
        Kamelet kamelet = Kamelet.of(new RouteFile(Path.of("routes/kamelets/wecom-source.kamelet.yaml"), own));
        assertThat(FormerKamelets.remedy("wecom-source", kamelet)).isEmpty();
    }

    @Test
    void any_other_kamelet_is_none_of_the_former() {
        assertThat(FormerKamelets.remedy("web-form-source", null)).isEmpty();
    }
}
