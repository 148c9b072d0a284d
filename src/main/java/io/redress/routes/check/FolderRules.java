package io.redress.routes.check;

import io.redress.camel.delivery.ConnectedTargets;
import io.redress.configfile.Finding;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each kind of file in its folder, and each channel with the hand-off that takes what its kamelet gives. */
final class FolderRules {

    private static final String ONE = "hand-off";
    private static final String LIST = "hand-off-batch";

    List<Finding> check(RouteSet set) {
        var findings = new ArrayList<Finding>();
        Map<String, Kamelet> kamelets = set.kamelets();
        for (RouteFile file : set.routes()) {
            set.source(file).ifPresent(source -> {
                Kamelet kamelet = kamelets.get(source.kamelet());
                if (kamelet != null && !kamelet.format().isEmpty()) {
                    place(file, source, "channels", "a channel", findings);
                    handOff(file, kamelet, findings);
                } else if (source.kamelet().equals(ConnectedTargets.KAMELET)) {
                    place(file, source, "delivery", "a target", findings);
                }
            });
        }
        return findings;
    }

    private static void place(RouteFile file, EndpointUse source, String folder, String what, List<Finding> findings) {
        Path parent = file.path().getParent();
        if (parent == null || !parent.endsWith(folder)) {
            findings.add(source.finding(
                    what + " stands in " + parent,
                    "move the file to the folder " + folder + " of the routes: elsewhere it is not known as " + what));
        }
    }

    private static void handOff(RouteFile file, Kamelet kamelet, List<Finding> findings) {
        String right = kamelet.handsOffLists() ? LIST : ONE;
        String wrong = kamelet.handsOffLists() ? ONE : LIST;
        file.endpoints().stream()
                .filter(use -> use.is("direct") && use.remaining().equals(wrong))
                .forEach(use -> findings.add(use.findingAtAddress(
                        "direct:" + wrong + " takes " + (kamelet.handsOffLists() ? "one arrival" : "a list")
                                + ", and kamelet '" + kamelet.name() + "' gives "
                                + (kamelet.handsOffLists() ? "a list of them" : "one arrival at a time"),
                        "write direct:" + right)));
    }
}
