package io.redress.cli.check;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Leaves out Java's second compiler, which takes half of the processor's time while a command runs, and whose work pays
 * only after minutes. As {@code -XX:TieredStopAtLevel=1}, which nobody types.
 */
final class CompilerTuning {

    private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";
    private static final String COMMANDS = "com.sun.management.internal.DiagnosticCommandImpl";
    private static final String THEIR_LIBRARY = "com.sun.management.internal.PlatformMBeanProviderImpl";

    private CompilerTuning() {}

    /** Does nothing on a virtual machine that takes no such directive: then the command is slower. */
    static void only() {
        try {
            Path file = Files.createTempFile("redress-compiler-", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                if (!isToldAtOnce(file)) {
                    tell(file);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            return; // another virtual machine
        }
    }

    /**
     * What {@link #tell} comes to, without the seven hundred classes of JMX, which take a fifth of a second. False where Java keeps
     * it shut: outside the jar, whose manifest opens it.
     */
    static boolean isToldAtOnce(Path file) {
        try {
            Class.forName(THEIR_LIBRARY);
            Class<?> commands = Class.forName(COMMANDS);
            Method all = commands.getDeclaredMethod("getDiagnosticCommandMBean");
            Method execute = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
            if (!all.trySetAccessible() || !execute.trySetAccessible()) {
                return false;
            }
            String answer =
                    String.valueOf(execute.invoke(all.invoke(null), "Compiler.directives_add \"" + file + "\""));
            return answer.startsWith("1 ");
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return false; // another Java
        }
    }

    private static void tell(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}},
                        new String[] {String[].class.getName()});
    }
}
