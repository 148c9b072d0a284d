package io.redress.console;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Leaves out Java's second compiler, which takes half of the processor's time while a command runs, and whose work pays
 * only after minutes. As {@code -XX:TieredStopAtLevel=1}, which nobody types.
 */
final class FastCompiler {

    private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";

    private FastCompiler() {}

    /** Does nothing on a virtual machine that takes no such directive: then the command is slower. */
    static void only() {
        try {
            Path file = Files.createTempFile("redress-compiler-", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            return; // another virtual machine
        }
    }
}
