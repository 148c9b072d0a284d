package io.redress.lifecycle;

/** Something that follows from a change of status. Called within the transaction that changes it. */
public interface StatusListener {

    void changed(StatusChange change);
}
