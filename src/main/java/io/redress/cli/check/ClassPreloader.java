package io.redress.cli.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Reads the classes that a check will need ({@code early-classes.txt}) while its first second leaves a processor idle. They are
 * not initialized: nothing of them runs before somebody uses them.
 */
final class ClassPreloader {

    private ClassPreloader() {}

    static void begin() {
        var reading = new Thread(() -> names().forEach(ClassPreloader::read), "early-classes");
        reading.setDaemon(true);
        reading.start();
    }

    static List<String> names() {
        InputStream file = Objects.requireNonNull(ClassPreloader.class.getResourceAsStream("early-classes.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            return List.of(); // then each is read when it is needed
        }
    }

    /** False when there is no such class any more. */
    static boolean read(String name) {
        try {
            // asking for its methods makes Java verify it, too
            return Class.forName(name, false, ClassPreloader.class.getClassLoader())
                            .getDeclaredConstructors()
                    != null;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
