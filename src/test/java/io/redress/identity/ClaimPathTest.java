package io.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimPathTest {

    @Test
    void a_list_and_a_single_text_are_groups() {
        assertThat(texts("groups", Map.of("groups", List.of("a", "b")))).containsExactly("a", "b");
        assertThat(texts("groups", Map.of("groups", "a"))).containsExactly("a");
        assertThat(texts("groups", Map.of("groups", List.of(7, 8L)))).containsExactly("7", "8");
    }

    @Test
    void one_claim_may_stand_inside_another() {
        assertThat(texts("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of("agent")))))
                .containsExactly("agent");
        assertThat(texts(
                        "resource_access.my.app.roles",
                        Map.of("resource_access", Map.of("my.app", Map.of("roles", List.of("agent"))))))
                .containsExactly("agent");
    }

    @Test
    void a_name_with_dots_is_found_as_it_is() {
        assertThat(texts("https://shop.example/roles", Map.of("https://shop.example/roles", List.of("agent"))))
                .containsExactly("agent");
    }

    @Test
    void what_is_not_a_text_is_none() {
        assertThat(texts("groups", Map.of())).isEmpty();
        assertThat(texts("groups", Map.of("groups", Map.of("a", "b")))).isEmpty();
        assertThat(texts("groups", Map.of("groups", true))).isEmpty();
        assertThat(texts("groups", Map.of("groups", List.of(List.of("a"), Map.of("b", "c"), "d"))))
                .containsExactly("d");
        assertThat(texts("a.b.c", Map.of("a", "text"))).isEmpty();
    }

    @Test
    void huge_claims_are_cut() {
        List<String> many =
                IntStream.range(0, 100_000).mapToObj(String::valueOf).toList();

        assertThat(texts("groups", Map.of("groups", many))).hasSize(2_000);
        assertThat(texts("groups", Map.of("groups", "x".repeat(301)))).isEmpty();
    }

    private static java.util.Set<String> texts(String path, Map<String, Object> claims) {
        return new ClaimPath(path).texts(claims);
    }
}
