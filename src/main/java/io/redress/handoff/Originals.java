package io.redress.handoff;

import io.redress.intake.Original;
import java.util.Objects;

/** Finds the bytes of an original, wherever they are kept. */
public final class Originals {

    private final BlobStore blobs;

    public Originals(BlobStore blobs) {
        this.blobs = blobs;
    }

    public byte[] bytes(Original original) {
        byte[] inline = original.inline();
        return inline != null ? inline : blobs.get(Objects.requireNonNull(original.ref(), "an original has a place"));
    }
}
