package io.redress.incident;

/** Hears of incidents in the transaction that writes them down. */
public interface IncidentListener {

    /** It has lasted long enough to be told. */
    void began(Incident incident);

    /** It is over. */
    void ended(Incident incident);
}
