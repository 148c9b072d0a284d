package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedeliveryPoliciesTest {

    private static final Pattern NAMED = Pattern.compile("(?i)redelivered (\\S+) times|(\\S+) redeliveries");

    @Test
    void the_documents_name_the_number_of_redeliveries_that_the_code_has() throws IOException {
        assertThat(named(Path.of("docs/operations.md"))).containsExactly(String.valueOf(RedeliveryPolicies.MOST));
        try (var pages = Stream.concat(Stream.of(Path.of("README.md")), Files.walk(Path.of("docs")))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertThat(named(page)).as(page.toString()).isSubsetOf(String.valueOf(RedeliveryPolicies.MOST));
            }
        }
    }

    @Test
    void the_policy_of_the_connections_has_it_too() {
        var policy = RedeliveryPolicies.policy();
        assertThat(policy.getMaximumRedeliveries()).isEqualTo(RedeliveryPolicies.MOST);
        assertThat(policy.getMaximumRedeliveryDelay()).isEqualTo(RedeliveryPolicies.LONGEST_PAUSE.toMillis());
    }

    private static List<String> named(Path page) throws IOException {
        return NAMED.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }
}
