package io.redress.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hub's own copy of routes and rules, edited as a shop would. */
final class ShopConfiguration {

    private final Path folder;

    ShopConfiguration(Path folder) {
        this.folder = folder;
    }

    /** Calls and service levels around the clock, so that a run does not depend on the hour, and short waits. */
    void adapt() throws IOException {
        Files.writeString(folder.resolve("config/calendars/always.yaml"), """
                zone: Asia/Shanghai
                hours: {monday: "00:00-24:00", tuesday: "00:00-24:00", wednesday: "00:00-24:00",
                        thursday: "00:00-24:00", friday: "00:00-24:00", saturday: "00:00-24:00", sunday: "00:00-24:00"}
                """);
        edit(
                "config/callbacks.yaml",
                "calendar: china",
                "calendar: always",
                "hours: 09:00-20:00",
                "hours: 00:00-23:59",
                "slot: 30min",
                "slot: 8h",
                "capacity: 10 ",
                "capacity: 9999 ",
                "after: 24h",
                "after: 4h");
        edit(
                "config/surveys.yaml",
                "reminder-after: 3 days",
                "reminder-after: 1 days",
                "close-after: 7 days",
                "close-after: 2 days");
        edit(
                "config/service-levels.yaml",
                "warnings: [50 %, 75 %]",
                "warnings: [75 %]",
                "  - {after: 4h, to: regional-center}\n",
                "",
                "  - {after: 24h, to: head-office}\n",
                "");
    }

    /** Pairs of what stands there and what is to stand there. */
    void edit(String file, String... changes) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        for (int i = 0; i < changes.length; i += 2) {
            if (!text.contains(changes[i])) {
                throw new IllegalStateException(file + " has no \"" + changes[i] + "\"");
            }
            text = text.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(path, text);
    }
}
