package io.redress.routes.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that were parsed before: the same text gives the same object, by which other findings about it are known. */
public final class ParsedFileCache {

    private static final int MOST = 1000;

    private final Map<Text, RouteFile> files = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, RouteFile> eldest) {
            return size() > MOST;
        }
    };

    private record Text(Path path, String text) {}

    public RouteFile file(Path path, String text) {
        var key = new Text(path, text);
        RouteFile file = files.get(key);
        if (file == null) {
            file = new RouteFile(path, text);
            files.put(key, file);
        }
        return file;
    }
}
