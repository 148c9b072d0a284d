package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.mapping.Mapping;
import io.redress.mapping.Mappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields as lines {@code name=value}, by every mapping that is shipped. */
class MappingFuzzTest {

    private static final List<String> SHIPPED = List.of("asterisk-cdr", "call-center", "complaint-form", "webhook");

    private final Mappings mappings = Mappings.read(Path.of("config/mappings"));

    @FuzzTest
    void any_fields_are_mapped_or_have_problems(byte[] lines) {
        Map<String, List<String>> source = new LinkedHashMap<>();
        new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            source.computeIfAbsent(equals < 0 ? line : line.substring(0, equals), any -> new ArrayList<>())
                    .add(line.substring(equals + 1));
        });
        for (String name : SHIPPED) {
            Mapping mapping = mappings.get(name);
            mapping.missingIn(source.keySet());
            FieldInvariants.check(mapping.apply(source));
        }
    }
}
