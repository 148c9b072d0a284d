package io.redress.bench;

import java.util.List;

/** Where the plain Java reference keeps complaints: stored and in the queue of their category when it returns. */
interface ComplaintStore {

    /** @param key tells a repeat from another complaint */
    record Complaint(String key, String category, String document) {}

    void store(Complaint complaint) throws Exception;

    /** Writes complaints in one transaction; all or none. */
    interface Transaction {
        void write(List<Complaint> complaints) throws Exception;
    }
}
