package io.redress.handoff;

/** The hub takes in nothing more for now; whoever brings an arrival keeps it and brings it again. */
public final class IntakeFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntakeFull(String why) {
        super("the hub takes in nothing for now: " + why, null, false, false);
    }
}
