package io.redress.channel.callcenter;

import io.redress.mapping.Mapping;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a file's rows come from.
 *
 * @param mappingName of {@code config/mappings}
 * @param zone of the file's times; empty: the mapping's own
 * @param path absolute
 */
record CallFileSource(String channel, String mappingName, Mapping mapping, String zone, Path path, WorkFolder work) {

    /** The file's name, without a folder. */
    String file() {
        return String.valueOf(path.getFileName());
    }

    /** What the item of a row knows of it. */
    Map<String, String> attributes(long line) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(CallRowNormalizer.MAPPING, mappingName);
        attributes.put(CallRowNormalizer.FILE, file());
        attributes.put(CallRowNormalizer.LINE, String.valueOf(line));
        if (!zone.isBlank()) {
            attributes.put(CallRowNormalizer.ZONE, zone);
        }
        return attributes;
    }
}
