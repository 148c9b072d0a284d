package io.redress.configuration.check;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.YamlFolder;
import io.redress.mapping.CanonicalField;
import io.redress.mapping.Mapping;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mapping of a channel of devices says which device reports which fault. */
public final class DeviceMappingRule implements RouteRule {

    private static final String KAMELET = "mqtt-source";
    private static final String PARAMETER = "mapping";
    private static final String USUAL = "device";
    private static final List<CanonicalField> NEEDED = List.of(CanonicalField.DEVICE_ID, CanonicalField.DEVICE_FAULT);

    private final Path mappings;

    /** @param mappings {@code config/mappings} */
    public DeviceMappingRule(Path mappings) {
        this.mappings = mappings;
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                if (use.is("kamelet") && use.kamelet().equals(KAMELET)) {
                    check(use, findings);
                }
            }
        }
        return findings;
    }

    private void check(EndpointUse use, List<Finding> findings) {
        String name = use.parameters().getOrDefault(PARAMETER, USUAL);
        read(name).ifPresent(mapping -> NEEDED.stream()
                .filter(field -> !mapping.fills(field))
                .forEach(field -> findings.add(use.finding(
                        "mapping '" + name + "' does not map " + field.key(),
                        "add " + field.key() + " to its fields, or name another mapping, such as " + USUAL,
                        PARAMETER))));
    }

    /** Empty for one that is not there or broken: another check says so. */
    private Optional<Mapping> read(String name) {
        Path file = mappings.resolve(name + ".yaml");
        if (name.contains("{{") || name.contains("/") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mapping.read(file));
        } catch (InvalidConfiguration e) {
            return Optional.empty();
        }
    }

    @Override
    public Object basis() {
        return YamlFolder.texts(mappings);
    }
}
