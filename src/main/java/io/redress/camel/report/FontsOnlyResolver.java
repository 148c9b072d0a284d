package io.redress.camel.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.jspecify.annotations.Nullable;

/** Lets a document have its font and nothing else: no file, no picture, no address. */
public final class FontsOnlyResolver implements ResourceResolver {

    private final @Nullable Path font;

    /** @param font the file; null: not even a font */
    public FontsOnlyResolver(@Nullable Path font) {
        this.font = font;
    }

    @Override
    public Resource getResource(URI asked) throws IOException {
        Path file = font;
        if (file == null || !file.toUri().equals(asked)) {
            throw new IOException("a document may use its font only, not " + asked);
        }
        return new Resource(Files.newInputStream(file));
    }

    @Override
    public OutputStream getOutputStream(URI asked) throws IOException {
        throw new IOException("a document writes no files");
    }
}
