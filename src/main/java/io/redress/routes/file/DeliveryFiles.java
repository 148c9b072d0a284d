package io.redress.routes.file;

import io.redress.camel.delivery.ConnectedTargets;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What holds for each file of {@code routes/delivery}: short, one target, whose mapping and categories there are; and for
 * those of {@code routes/updates}: their mapping is there.
 */
public final class DeliveryFiles implements RouteRule {

    private static final int LONGEST = 15;

    private final Path mappingFolder;
    private final Supplier<Set<String>> mappings;
    private final Supplier<Set<String>> categories;

    /** @param categories keys of {@code config/categories.yaml}, read only when a file names one */
    public DeliveryFiles(Path mappingFolder, Supplier<Set<String>> mappings, Supplier<Set<String>> categories) {
        this.mappingFolder = mappingFolder;
        this.mappings = mappings;
        this.categories = categories;
    }

    @Override
    public List<Finding> check(RouteSet set) {
        var findings = new ArrayList<Finding>();
        for (RouteFile file : set.routes()) {
            Path folder = file.path().getParent();
            if (folder != null && folder.endsWith("delivery")) {
                check(file, set, findings);
            } else if (folder != null && folder.endsWith("updates")) {
                file.endpoints().forEach(use -> mapping(use, findings));
            }
        }
        return findings;
    }

    @Override
    public Object basis() {
        return List.of(mappings.get(), categories.get());
    }

    private void check(RouteFile file, RouteSet set, List<Finding> findings) {
        long lines = file.text().lines().filter(line -> !line.isBlank()).count();
        if (lines > LONGEST) {
            findings.add(file.finding(
                    "the file has " + lines + " lines, more than " + LONGEST,
                    "put what is more than parameters into a kamelet of routes/kamelets",
                    List.of(LONGEST)));
        }
        EndpointUse source = set.source(file).orElse(null);
        if (source == null || !source.kamelet().equals(ConnectedTargets.KAMELET)) {
            findings.add(file.finding(
                    "the target starts with no delivery", "write from: uri: kamelet:delivery-source", List.of(0)));
            return;
        }
        String target = source.parameters().getOrDefault("target", file.name());
        if (!target.equals(file.name())) {
            findings.add(source.finding(
                    "target '" + target + "' is in the file of '" + file.name() + "'",
                    "write target: " + file.name() + ", or rename the file to " + target + RouteFile.ROUTES,
                    "target"));
        }
        mapping(source, findings);
        categories(source, findings);
    }

    private void mapping(EndpointUse source, List<Finding> findings) {
        ConfigFileNames.ofMapping(source, mappings.get(), mappingFolder).ifPresent(findings::add);
    }

    private void categories(EndpointUse source, List<Finding> findings) {
        String written = source.parameters().getOrDefault("categories", "*");
        if (written.equals("*") || written.contains("{{")) {
            return;
        }
        Set<String> known = categories.get();
        for (String key : Arrays.stream(written.split(",")).map(String::strip).toList()) {
            if (!known.isEmpty() && !known.contains(key)) { // none: that file is broken, and told by itself
                findings.add(source.finding(
                        "there is no category '" + key + "'", Suggestion.remedy(key, known), "categories"));
            }
        }
    }
}
