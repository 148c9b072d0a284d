package io.redress.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Node-RED with a flow that does the references' job: {@code src/test/bench/node-red}, and its packages by npm. */
final class NodeRed {

    private static final Path SHIPPED = Path.of("src/test/bench/node-red");
    private static final long PATIENCE_MINUTES = 10;

    private final Path folder;

    /** @param folder where its packages are, and stay for the next run */
    private NodeRed(Path folder) {
        this.folder = folder;
    }

    static boolean isAvailable() {
        return List.of("node", "npm").stream().allMatch(NodeRed::isOnPath);
    }

    /** Downloads what is not there yet. */
    static NodeRed installed(Path folder) throws Exception {
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "settings.js", "flow.json")) {
            Files.write(folder.resolve(file), Files.readAllBytes(SHIPPED.resolve(file)));
        }
        Files.write(folder.resolve("words.json"), Files.readAllBytes(SHIPPED.resolveSibling("words.json")));
        var nodeRed = new NodeRed(folder);
        nodeRed.output(
                "npm", "install", "--omit=dev", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
        return nodeRed;
    }

    ProcessBuilder at(int port, ReferenceDatabase database, int connections) {
        var builder = new ProcessBuilder("node", "node_modules/node-red/red.js", "--userDir", ".", "-s", "settings.js")
                .directory(folder.toFile());
        builder.environment().put("NODE_ENV", "production");
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("CONNECTIONS", String.valueOf(connections));
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(database.port()));
        builder.environment().put("PGUSER", "postgres");
        builder.environment().put("PGDATABASE", "postgres");
        builder.environment().put("PGPASSWORD", RawBroker.PASSWORD);
        return builder;
    }

    /** Such as {@code Node-RED 4.1.15, Node.js v20.20.2}. */
    String version() throws Exception {
        Path itself = folder.resolve("node_modules/node-red/package.json");
        return "Node-RED "
                + new ObjectMapper().readTree(itself.toFile()).path("version").asText() + ", Node.js "
                + output("node", "--version").strip();
    }

    private String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed in " + folder + ": " + output);
        }
        return output;
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
