package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.routes.SettingsCatalog;
import io.redress.routes.file.BeanCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a shop's own routes of version 0.1 are told by {@code check}. */
class FormerBeansTest {

    @Test
    void each_name_of_today_is_called_by_the_shipped_routes_and_no_former_one_is() throws IOException {
        var written = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.append(Files.readString(file));
            }
        }
        FormerBeans.all().forEach((former, today) -> assertThat(written.toString())
                .containsPattern("\\b" + today + "\\b")
                .doesNotContainPattern("(ref: |#bean:|bean:)" + former + "\\b"));
    }

    @Test
    void a_former_name_is_told_with_the_one_of_today() {
        BeanCatalog beanCatalog = new SettingsCatalog(Map.of());
        assertThat(BeanRules.unknownBean("triageDesk", beanCatalog))
                .isEqualTo("it is called 'triageService' since version 0.2.0");
        assertThat(BeanRules.unknownBean("nonsense", beanCatalog)).contains("check the spelling");
    }
}
