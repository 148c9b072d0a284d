package io.redress.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A command of the operating system. */
final class ShellCommand {

    private ShellCommand() {}

    /** What it ended with, and what it wrote. */
    record Ended(int code, String output) {

        Ended orThrow() {
            if (code != 0) {
                throw new IllegalStateException("ended with " + code + ": " + output);
            }
            return this;
        }
    }

    /** Waits for its end; code 127 where there is no such command. */
    static Ended run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ended(124, output);
            }
            return new Ended(process.exitValue(), output.strip());
        } catch (IOException e) {
            return new Ended(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(130, "interrupted");
        }
    }
}
