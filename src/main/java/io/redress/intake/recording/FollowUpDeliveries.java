package io.redress.intake.recording;

/** Tells the systems downstream what customers write. */
@FunctionalInterface
public interface FollowUpDeliveries {

    /** The customer wrote again about a ticket. */
    void followedUp(String number, String itemId, String text);
}
