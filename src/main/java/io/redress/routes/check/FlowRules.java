package io.redress.routes.check;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What no file shows alone: calls that nobody serves, and names or addresses that two claim. */
final class FlowRules {

    /** What the hub serves itself. */
    private static final Pattern RESERVED = Pattern.compile("/(?:api|actuator|assets|console|error)(?:/|$)");

    private final Comparator<RouteFile> first;

    /** @param first who comes first where two claim the same; the other one is to blame */
    FlowRules(Comparator<Path> first) {
        this.first = Comparator.comparing(RouteFile::path, first).thenComparing(RouteFile::path);
    }

    List<Finding> check(RouteSet set) {
        var findings = new ArrayList<Finding>();
        unserved(set, findings);
        unique(set, findings);
        channels(set, findings);
        return findings;
    }

    /** A wrong {@code direct:} name does not stop Camel: the callers would hang. */
    private static void unserved(RouteSet set, List<Finding> findings) {
        Map<String, Kamelet> kamelets = set.kamelets();
        var served = new TreeSet<String>();
        var called = new ArrayList<EndpointUse>();
        for (RouteFile file : set.files()) {
            for (EndpointUse use : file.isKamelet() ? List.<EndpointUse>of() : file.endpoints()) {
                direct(use, served, called);
                Kamelet kamelet = use.is("kamelet") ? kamelets.get(use.kamelet()) : null;
                if (kamelet != null) {
                    kamelet.endpoints(use.parameters()).forEach(inner -> direct(inner, served, called));
                }
            }
        }
        called.stream()
                .filter(use -> !served.contains(use.remaining()))
                .filter(use ->
                        !use.remaining().contains("{{") && !use.remaining().contains("${"))
                .forEach(use -> findings.add(use.findingAtAddress(
                        "no route starts with direct:" + use.remaining(), Suggestion.remedy(use.remaining(), served))));
    }

    private static void direct(EndpointUse use, Set<String> served, List<EndpointUse> called) {
        if (use.is("direct")) {
            if (isFrom(use)) {
                served.add(use.remaining());
            } else {
                called.add(use);
            }
        }
    }

    private static boolean isFrom(EndpointUse use) {
        return use.at().contains("from") && "from".equals(use.at().get(use.at().size() - 1));
    }

    private void unique(RouteSet set, List<Finding> findings) {
        var owners = new HashMap<String, RouteFile>();
        for (RouteFile file : set.routes().stream().sorted(first).toList()) {
            file.walk((at, node) -> {
                if (at.size() == 3 && at.get(1).equals("route") && at.get(2).equals("id")) {
                    claim(
                            "route id '" + node.asText() + "'",
                            file,
                            at,
                            "give each route an id of its own",
                            owners,
                            findings);
                }
            });
        }
    }

    private void channels(RouteSet set, List<Finding> findings) {
        Map<String, Kamelet> kamelets = set.kamelets();
        var owners = new HashMap<String, RouteFile>();
        for (RouteFile file : set.channels().stream().sorted(first).toList()) {
            EndpointUse source = set.source(file).orElse(null);
            Kamelet kamelet = source == null ? null : kamelets.get(source.kamelet());
            if (source == null || kamelet == null) {
                continue;
            }
            String channel = source.parameters().get("channel");
            var at = new ArrayList<>(source.at());
            at.addAll(List.of("parameters", "channel"));
            if (channel != null && !channel.contains("{{")) {
                claim(
                        "channel name '" + channel + "'",
                        file,
                        at,
                        "give each channel a name of its own",
                        owners,
                        findings);
                if (!channel.equals(file.name())) {
                    findings.add(file.finding(
                            "channel '" + channel + "' is in the file of '" + file.name() + "'",
                            "write channel: " + file.name() + ", or rename the file to " + channel + RouteFile.ROUTES,
                            at));
                }
            }
            if (source.parameters().keySet().stream()
                    .anyMatch(name -> kamelet.about(name).isMissingNode())) {
                continue; // a misspelt path leaves the default one, which is nobody's claim
            }
            for (EndpointUse inner : kamelet.endpoints(source.parameters())) {
                if (inner.is("platform-http") && isFrom(inner)) {
                    reserved(file, inner.remaining(), placeOf(inner.remaining(), source), findings);
                    claim(
                            "HTTP path " + inner.remaining()
                                    + methods(inner.parameters().get("httpMethodRestrict")),
                            file,
                            placeOf(inner.remaining(), source),
                            "give each channel a path of its own",
                            owners,
                            findings);
                }
            }
        }
    }

    private static void reserved(RouteFile file, String path, List<Object> at, List<Finding> findings) {
        if (RESERVED.matcher(path).lookingAt()) {
            findings.add(file.finding(
                    "HTTP path " + path + " belongs to the hub itself",
                    "choose a path outside /api, /actuator, /assets, /console and /error",
                    at));
        }
    }

    /** Of the parameter that gives the path, or of the step. */
    private static List<Object> placeOf(String path, EndpointUse source) {
        var at = new ArrayList<>(source.at());
        source.parameters().forEach((name, value) -> {
            if (at.size() == source.at().size() && value.startsWith("/") && path.endsWith(value)) {
                at.addAll(List.of("parameters", name));
            }
        });
        return at;
    }

    /** Without OPTIONS, by which browsers only ask about the others. */
    private static String methods(@Nullable String methods) {
        return methods == null ? "" : " (" + methods.replace(",OPTIONS", "") + ")";
    }

    private static void claim(
            String what,
            RouteFile file,
            List<Object> at,
            String remedy,
            Map<String, RouteFile> owners,
            List<Finding> findings) {
        RouteFile other = owners.putIfAbsent(what, file);
        if (other != null) {
            findings.add(
                    file.finding(what + " is taken" + (other == file ? " above" : " by " + other.path()), remedy, at));
        }
    }
}
