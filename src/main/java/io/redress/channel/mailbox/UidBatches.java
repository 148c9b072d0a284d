package io.redress.channel.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** UIDs in a command: separated by commas, and not more than a server takes in one line. */
final class UidBatches {

    private UidBatches() {}

    static List<String> groups(Collection<String> uids, int most) {
        List<String> all = new ArrayList<>(uids);
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            groups.add(String.join(",", all.subList(from, Math.min(all.size(), from + most))));
        }
        return groups;
    }

    static List<String> of(String group) {
        return List.of(group.split(","));
    }
}
